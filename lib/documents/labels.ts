const keys = [
  "title",
  "creditNote",
  "quote",
  "depositInvoice",
  "validUntil",
  "quoteFor",
  "credits",
  "credit",
  "draft",
  "issueDate",
  "dueDate",
  "billTo",
  "taxNumber",
  "description",
  "quantity",
  "unitPrice",
  "tax",
  "amount",
  "subtotal",
  "discount",
  "taxTotal",
  "total",
  "paid",
  "balance",
  "notes",
  "payment",
  "noLines",
] as const;

/** The words of a document: plain data, so that the page and the PDF can share them. */
export type DocumentLabels = Record<(typeof keys)[number], string> & {
  /** Says what a tax was computed on; has `{amount}` where the amount goes. */
  taxBase: string;
};

/** Builds the labels from a translator of the namespace "document" (`getTranslations`, `useTranslations`). */
export function documentLabels(t: (key: string, values?: Record<string, string>) => string): DocumentLabels {
  const words = Object.fromEntries(keys.map((key) => [key, t(key)])) as Record<(typeof keys)[number], string>;
  return { ...words, taxBase: t("taxBase", { amount: "{amount}" }) };
}

/** The words for what a tax was computed on, given that amount as text. */
export function taxBaseText(labels: DocumentLabels, amount: string): string {
  return labels.taxBase.replace("{amount}", () => amount);
}
