import { dueDateOf } from "@/lib/core/dates";
import type { InvoiceStatus } from "@/lib/core/status";
import { formatMoney, formatPercent } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { sellerOf } from "@/lib/invoices/parties";
import { payableOf } from "@/lib/invoices/postings";
import type { InvoiceDetail } from "@/lib/invoices/queries";
import { documentPartyOf, taxLabelOf } from "./parts";
import type { DocumentLine, DocumentView } from "./types";

/** Printed on the document itself; whether it was sent or looked at is no business of its reader. */
const PRINTED: readonly InvoiceStatus[] = ["paid", "partially_paid", "void", "written_off"];

/**
 * What an invoice prints: on the staff's page, on the hosted page and in the PDF. An issued invoice prints the
 * parties it was issued with; a draft prints those of today.
 */
export function documentViewOf(detail: InvoiceDetail): DocumentView {
  const { invoice, organization } = detail;
  const locale = invoice.locale ?? organization.locale;
  const t = translator("invoices");
  // A credit note or quote says what it was over; what became of that is no business of the document.
  const isWhole = invoice.lifecycle === "draft" || invoice.kind !== "invoice";
  const issueDate = invoice.issueDate ?? detail.today;
  return {
    kind: invoice.kind,
    isDeposit: invoice.isDeposit,
    creditedNumber: detail.credited?.number ?? undefined,
    number: invoice.number,
    statusLabel: PRINTED.includes(detail.status) ? t(`status.${detail.status}`) : undefined,
    issueDate,
    dueDate:
      invoice.dueDate ?? dueDateOf(issueDate, detail.client?.paymentTermsDays, organization.paymentTermsDays),
    currency: invoice.currency,
    locale,
    seller: documentPartyOf(invoice.seller ?? sellerOf(organization), locale),
    buyer: detail.buyer && documentPartyOf(detail.buyer, locale),
    lines: detail.items.map((item) => lineOf(item, invoice.currency, locale)),
    taxes: detail.taxes
      // Lines that are not subject to tax need no row that says so.
      .filter((tax) => tax.category !== "O")
      .map((tax) => ({ label: taxLabelOf(tax, locale), baseMinor: tax.baseMinor, taxMinor: tax.taxMinor })),
    subtotalMinor: invoice.subtotalMinor,
    taxTotalMinor: invoice.taxMinor,
    totalMinor: invoice.totalMinor,
    paidMinor: isWhole ? 0n : detail.paidMinor,
    balanceMinor: isWhole ? payableOf(invoice) : detail.balanceMinor,
    notes: invoice.notes ?? undefined,
    paymentInstructions:
      invoice.kind !== "invoice"
        ? undefined
        : ((invoice.lifecycle === "draft" ? organization.paymentInstructions : invoice.paymentInstructions) ??
          undefined),
    accentColor: invoice.accentColor ?? organization.accentColor,
  };
}

function lineOf(item: InvoiceDetail["items"][number], currency: string, locale: string): DocumentLine {
  return {
    id: item.id,
    description: item.description,
    quantity: item.quantity,
    unit: item.unit ?? undefined,
    unitPrice: item.unitPrice,
    discountLabel: discountLabelOf(item, currency, locale),
    taxLabel: item.taxCategory === "O" ? undefined : taxLabelOf(taxOf(item), locale),
    netMinor: item.netMinor,
  };
}

const taxOf = (item: { taxName: string; taxRatePpm: number }) => ({
  name: item.taxName,
  ratePpm: item.taxRatePpm,
});

/** "10% discount (−€5.00)", or undefined without one. Amounts in minor units. */
export function discountLabelOf(
  line: { discountPpm: number | null; discountMinor: bigint },
  currency: string,
  locale: string,
): string | undefined {
  if (line.discountMinor === 0n) return undefined;
  const t = translator("invoices");
  const amount = formatMoney(line.discountMinor, currency, locale);
  return line.discountPpm
    ? t("document.discountPercent", { percent: formatPercent(line.discountPpm, locale), amount })
    : t("document.discountAmount", { amount });
}
