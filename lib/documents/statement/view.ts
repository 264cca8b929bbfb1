import type { DocumentParty } from "@/lib/documents/types";
import { formatDate, formatMoney } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { buyerOf, sellerOf } from "@/lib/invoices/parties";
import type { ClientStatement } from "@/lib/statements/queries";
import { documentPartyOf } from "../parts";

export type StatementRow = {
  id: string;
  date: string;
  text: string;
  reference: string;
  invoiceId: string | null;
  charge: string;
  payment: string;
  balance: string;
};

/** A client's statement in words and figures, for the page, the PDF and the email alike. */
export type StatementView = {
  seller: DocumentParty;
  buyer: DocumentParty;
  locale: string;
  from: string;
  to: string;
  period: string;
  accentColor: string;
  sections: { currency: string; opening: string; rows: StatementRow[]; closing: string }[];
};

/** What a statement prints, in the client's language where it has one. */
export function statementViewOf(statement: ClientStatement): StatementView {
  const { client, organization, from, to } = statement;
  const locale = client.locale ?? organization.locale;
  const t = translator("statement");
  const date = (iso: string) => formatDate(iso, locale);
  return {
    seller: documentPartyOf(sellerOf(organization), locale),
    buyer: documentPartyOf(buyerOf(client, null), locale),
    locale,
    from,
    to,
    period: t("period", { from: date(from), to: date(to) }),
    accentColor: organization.accentColor,
    sections: statement.sections.map(({ currency, openingMinor, movements, closingMinor }) => {
      const money = (minor: bigint) => formatMoney(minor, currency, locale);
      return {
        currency,
        opening: money(openingMinor),
        closing: money(closingMinor),
        rows: movements.map(({ amountMinor, ...movement }) => ({
          id: movement.id,
          date: date(movement.postedOn),
          text: t(`kinds.${keyOf(movement.kind)}`),
          reference: movement.reference ?? "",
          invoiceId: movement.invoiceId,
          charge: amountMinor > 0n ? money(amountMinor) : "",
          payment: amountMinor < 0n ? money(-amountMinor) : "",
          balance: money(movement.balanceMinor),
        })),
      };
    }),
  };
}

const KINDS = {
  "invoice.finalized": "invoice",
  "invoice.voided": "voided",
  "invoice.written_off": "writtenOff",
  "credit_note.finalized": "creditNote",
  "credit_note.voided": "creditVoided",
  "payment.received": "payment",
  "payment.reversed": "reversed",
  "refund.issued": "refund",
  "refund.failed": "refundFailed",
} as const;

/** The words of an entry; allocations move nothing and never come up. */
const keyOf = (kind: string) => (kind in KINDS ? KINDS[kind as keyof typeof KINDS] : "other");
