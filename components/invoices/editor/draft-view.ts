import { isCurrency } from "@/lib/core/currencies";
import { dueDateOf, isIsoDate } from "@/lib/core/dates";
import { type DocumentSource, documentAmountsOf } from "@/lib/documents/amounts";
import { documentPartyOf } from "@/lib/documents/parts";
import type { DocumentAmounts, DocumentView } from "@/lib/documents/types";
import { buyerOf } from "@/lib/invoices/parties";
import { previewOf, type TypedFields } from "@/lib/invoices/preview";
import { type EditorClient, type EditorSetting, isBlank, termsOf } from "./values";

/** An invoice while it is typed: anything may be missing or half written. */
export type TypedInvoiceValues = TypedFields & {
  exchangeRate?: string | null | undefined;
  issueDate?: string | null | undefined;
  dueDate?: string | null | undefined;
  notes?: string | null | undefined;
};

export const ratesOf = (setting: Pick<EditorSetting, "taxRates">) =>
  new Map(setting.taxRates.map((rate) => [rate.id, rate]));

/** The currency that amounts are shown in while the field may hold anything. */
export const shownCurrency = (typed: string | undefined, setting: Pick<EditorSetting, "currency">) =>
  typed && isCurrency(typed) ? typed : setting.currency;

/** The typed lines that say something, and all that is said of the whole, with their sums. */
export function typedSource(values: TypedInvoiceValues, setting: EditorSetting): DocumentSource {
  const { exchangeRate, ...typed } = values;
  const lines = (typed.lines ?? []).filter((line) => line !== undefined && !isBlank(line));
  const currency = shownCurrency(typed.currency, setting);
  const { totals, ...rows } = previewOf(
    { ...typed, lines, currency },
    ratesOf(setting),
    (category) => setting.labels.legal[category],
  );
  const { subtotalMinor, taxMinor, totalMinor, withheldMinor } = totals;
  const sums = { subtotalMinor, taxMinor, totalMinor, withheldMinor };
  return { ...rows, ...sums, exchangeRate: exchangeRate?.trim() || null };
}

/** What the typed amounts would print as. */
export function typedAmounts(values: TypedInvoiceValues, setting: EditorSetting): DocumentAmounts {
  const facts = { locale: setting.locale, baseCurrency: setting.currency };
  return documentAmountsOf(typedSource(values, setting), facts, setting.labels);
}

/** The document that these fields would print. */
export function draftViewOf(
  values: TypedInvoiceValues,
  client: EditorClient | null,
  setting: EditorSetting,
): DocumentView {
  const amounts = typedAmounts(values, setting);
  const issueDate = date(values.issueDate) ?? setting.today;
  return {
    ...amounts,
    kind: setting.kind,
    creditedNumber: setting.creditedNumber,
    number: null,
    issueDate,
    dueDate: date(values.dueDate) ?? dueDateOf(issueDate, termsOf(client, setting), setting.paymentTermsDays),
    logo: setting.logo,
    seller: setting.seller,
    buyer: client && documentPartyOf(buyerOf(client, client), setting.locale),
    paidMinor: 0n,
    balanceMinor: amounts.payableMinor,
    notes: values.notes ?? undefined,
    paymentInstructions: (setting.kind === "invoice" && setting.paymentInstructions) || undefined,
    accentColor: setting.accentColor,
  };
}

const date = (text: string | null | undefined) => (text && isIsoDate(text) ? text : undefined);
