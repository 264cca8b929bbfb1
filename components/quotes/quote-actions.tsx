"use client";

import { FileCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { type CopyAction, useCopy } from "@/components/invoices/detail/use-copy";
import type { AnswerAction } from "@/components/pay/answer-form";
import { useCan } from "@/components/shell/granted";
import { Button } from "@/components/ui/button";
import { AnswerDialog } from "./answer-dialog";
import { type DepositAction, DepositDialog } from "./deposit-dialog";

/** What becomes of a quote: an invoice, once; deposits before; and the answer that came in another way. */
export function QuoteActions({
  id,
  currency,
  answerable,
  wasSent,
  newIds,
  makeInvoice,
  makeDeposit,
  answer,
}: {
  id: string;
  currency: string;
  answerable: boolean;
  /** Before that, sending it is what comes next. */
  wasSent: boolean;
  /** Ids for the drafts that may be made; the server's, so that two clicks make one. */
  newIds: { invoice: string; deposit: string };
  makeInvoice: CopyAction;
  makeDeposit: DepositAction;
  answer: AnswerAction;
}) {
  const t = useTranslations("quotes");
  const can = useCan();
  const invoice = useCopy(id, newIds.invoice, makeInvoice);
  return (
    <>
      {answerable && can("quote.answer") && <AnswerDialog id={id} answer={answer} />}
      {can("quote.invoice") && (
        <>
          <DepositDialog id={id} newId={newIds.deposit} currency={currency} action={makeDeposit} />
          <Button
            variant={wasSent || !answerable ? "primary" : "secondary"}
            pending={invoice.pending}
            onClick={invoice.copy}
          >
            <FileCheck aria-hidden />
            {t("makeInvoice")}
          </Button>
        </>
      )}
    </>
  );
}
