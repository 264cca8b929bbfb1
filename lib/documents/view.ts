import { dueDateOf } from "@/lib/core/dates";
import type { InvoiceStatus } from "@/lib/core/status";
import { translator } from "@/lib/i18n/translator";
import type { InvoiceDetail } from "@/lib/invoices/detail";
import { sellerOf } from "@/lib/invoices/parties";
import { payableOf } from "@/lib/invoices/postings";
import { type DocumentSource, documentAmountsOf } from "./amounts";
import { logoAt } from "./logo";
import { documentPartyOf } from "./parts";
import type { DocumentView } from "./types";
import { documentWords } from "./words";

/** Printed on the document itself; whether it was sent or looked at is no business of its reader. */
const PRINTED: readonly InvoiceStatus[] = ["paid", "partially_paid", "void", "written_off"];

/**
 * What an invoice prints: on the staff's page, on the hosted page and in the PDF. An issued invoice prints the
 * parties it was issued with; a draft prints those of today.
 * @param filesAt the path under which its reader gets the logo
 */
export function documentViewOf(detail: InvoiceDetail, filesAt = "/files"): DocumentView {
  const { invoice, organization } = detail;
  const locale = invoice.locale ?? organization.locale;
  const t = translator("invoices");
  // A credit note or quote says what it was over; what became of that is no business of the document.
  const isWhole = invoice.lifecycle === "draft" || invoice.kind !== "invoice";
  const issueDate = invoice.issueDate ?? detail.today;
  const facts = { locale, baseCurrency: organization.currency };
  return {
    ...documentAmountsOf(documentSourceOf(detail), facts, documentWords()),
    kind: invoice.kind,
    isDeposit: invoice.isDeposit,
    creditedNumber: detail.credited?.number ?? undefined,
    number: invoice.number,
    statusLabel: PRINTED.includes(detail.status) ? t(`status.${detail.status}`) : undefined,
    issueDate,
    dueDate:
      invoice.dueDate ?? dueDateOf(issueDate, detail.client?.paymentTermsDays, organization.paymentTermsDays),
    logo: logoAt(detail.logo, filesAt),
    seller: documentPartyOf(invoice.seller ?? sellerOf(organization), locale),
    buyer: detail.buyer && documentPartyOf(detail.buyer, locale),
    paidMinor: isWhole ? 0n : detail.paidMinor,
    balanceMinor: isWhole ? payableOf(invoice) : detail.balanceMinor,
    plan: detail.plan,
    notes: invoice.notes ?? undefined,
    paymentInstructions:
      invoice.kind !== "invoice"
        ? undefined
        : ((invoice.lifecycle === "draft" ? organization.paymentInstructions : invoice.paymentInstructions) ??
          undefined),
    accentColor: invoice.accentColor ?? organization.accentColor,
  };
}

/** An invoice with its rows, as it is stored. */
export const documentSourceOf = ({ invoice, items, adjustments, taxes }: InvoiceDetail): DocumentSource => ({
  ...invoice,
  items,
  adjustments,
  taxes,
});
