import { type ExplainedCategory, explainedCategories } from "@/lib/core/tax-rules";

const keys = [
  "title",
  "creditNote",
  "quote",
  "depositInvoice",
  "validUntil",
  "quoted",
  "plan",
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
  "linesSum",
  "subtotal",
  "withoutTax",
  "taxTotal",
  "total",
  "payable",
  "paid",
  "balance",
  "pricesIncludeTax",
  "notes",
  "payment",
  "noLines",
] as const;

/** Words with places to fill in, and what goes there. */
const templates = {
  taxBase: ["amount"],
  discountPercent: ["percent", "amount"],
  discountAmount: ["amount"],
  adjustmentPercent: ["description", "percent"],
  exchange: ["from", "to", "rate", "tax"],
} as const;

/** The words of a document: plain data, so that the page and the PDF can share them. */
export type DocumentLabels = Record<(typeof keys)[number], string> & {
  /** Words with `{places}`, for `fillLabel`. */
  templates: Record<keyof typeof templates, string>;
  /** The law's usual words for the categories without tax. */
  legal: Record<ExplainedCategory, string>;
};

/** Builds the labels from a translator of the namespace "document" (`getTranslations`, `useTranslations`). */
export function documentLabels(t: (key: string, values?: Record<string, string>) => string): DocumentLabels {
  const each = <K extends string>(names: readonly K[], word: (name: K) => string) =>
    Object.fromEntries(names.map((name) => [name, word(name)])) as Record<K, string>;
  const places = (name: keyof typeof templates) => each(templates[name], (place) => `{${place}}`);
  return {
    ...each(keys, (key) => t(key)),
    templates: each(Object.keys(templates) as (keyof typeof templates)[], (name) => t(name, places(name))),
    legal: each(explainedCategories, (category) => t(`legal.${category}`)),
  };
}

/** The words of a template, with these texts in its places. */
export function fillLabel(
  labels: Pick<DocumentLabels, "templates">,
  name: keyof typeof templates,
  texts: Record<string, string>,
): string {
  return labels.templates[name].replace(/\{(\w+)\}/g, (place, key: string) => texts[key] ?? place);
}
