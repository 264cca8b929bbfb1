import { isCurrency } from "@/lib/core/currencies";
import { dueDateOf, isIsoDate } from "@/lib/core/dates";
import { documentPartyOf, taxLabelOf } from "@/lib/documents/parts";
import type { DocumentView } from "@/lib/documents/types";
import { formatMoney, formatPercent } from "@/lib/i18n/format";
import { buyerOf } from "@/lib/invoices/parties";
import { type Preview, type PreviewLine, previewOf, type TypedLine } from "@/lib/invoices/preview";
import { type EditorClient, type EditorSetting, isBlank, termsOf } from "./values";

/** An invoice while it is typed: anything may be missing or half written. */
export type TypedInvoiceValues = {
  currency?: string | undefined;
  issueDate?: string | null | undefined;
  dueDate?: string | null | undefined;
  notes?: string | null | undefined;
  lines?: readonly (TypedLine | undefined)[] | undefined;
};

/** Words for a discount, given the percentage (or null) and the amount as texts. */
export type DiscountWords = (percent: string | null, amount: string) => string;

/** The typed lines that say something, with their sums. */
export function typedPreview(
  values: TypedInvoiceValues,
  setting: EditorSetting,
): Preview & { typed: TypedLine[] } {
  const typed = (values.lines ?? []).filter((line) => line !== undefined && !isBlank(line)) as TypedLine[];
  return { typed, ...previewOf(typed, values.currency ?? "", ratesOf(setting)) };
}

export const ratesOf = (setting: Pick<EditorSetting, "taxRates">) =>
  new Map(setting.taxRates.map((rate) => [rate.id, rate]));

/** The currency that amounts are shown in while the field may hold anything. */
export const shownCurrency = (typed: string | undefined, setting: Pick<EditorSetting, "currency">) =>
  typed && isCurrency(typed) ? typed : setting.currency;

/** The document that these fields would print. */
export function draftViewOf(
  values: TypedInvoiceValues,
  client: EditorClient | null,
  setting: EditorSetting,
  words: DiscountWords,
): DocumentView {
  const { locale } = setting;
  const currency = shownCurrency(values.currency, setting);
  const preview = typedPreview({ ...values, currency }, setting);
  const issueDate = date(values.issueDate) ?? setting.today;
  return {
    kind: setting.kind,
    creditedNumber: setting.creditedNumber,
    number: null,
    issueDate,
    dueDate: date(values.dueDate) ?? dueDateOf(issueDate, termsOf(client, setting), setting.paymentTermsDays),
    currency,
    locale,
    seller: setting.seller,
    buyer: client && documentPartyOf(buyerOf(client, client), locale),
    lines: preview.lines.map((line, index) => {
      const typed = preview.typed[index];
      return {
        id: String(index),
        description: typed?.description ?? "",
        quantity: line.quantity,
        unit: typed?.unit?.trim() || undefined,
        unitPrice: line.unitPrice,
        discountLabel: discountLabel(line, currency, locale, words),
        taxLabel: line.tax.category === "O" ? undefined : taxLabelOf(line.tax, locale),
        netMinor: line.netMinor,
      };
    }),
    taxes: preview.taxes
      .filter((tax) => tax.category !== "O")
      .map((tax) => ({ label: taxLabelOf(tax, locale), baseMinor: tax.baseMinor, taxMinor: tax.taxMinor })),
    subtotalMinor: preview.subtotalMinor,
    taxTotalMinor: preview.taxMinor,
    totalMinor: preview.totalMinor,
    paidMinor: 0n,
    balanceMinor: preview.totalMinor,
    notes: values.notes ?? undefined,
    paymentInstructions: (setting.kind === "invoice" && setting.paymentInstructions) || undefined,
    accentColor: setting.accentColor,
  };
}

const date = (text: string | null | undefined) => (text && isIsoDate(text) ? text : undefined);

function discountLabel(
  { discount, discountMinor }: PreviewLine,
  currency: string,
  locale: string,
  words: DiscountWords,
): string | undefined {
  if (!discount || discountMinor === 0n) return undefined;
  return words(
    discount.kind === "percent" ? formatPercent(discount.ppm, locale) : null,
    formatMoney(discountMinor, currency, locale),
  );
}
