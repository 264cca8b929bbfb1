import { type Derivation, derive } from "@/lib/core/derivation";
import { inputOf } from "@/lib/invoices/derivation";
import type { DocumentSource } from "./amounts";
import { taxLabelOf } from "./parts";
import { taxRowKey } from "./totals";

/** Why a document's amounts are what they are, with the names of what they are about: plain data for the browser. */
export type Why = {
  locale: string;
  derivation: Derivation;
  lineNames: readonly string[];
  adjustmentNames: readonly string[];
  /** By `taxRowKey`. */
  taxNames: Readonly<Record<string, string>>;
};

/** The derivation of a document, stored or while it is typed. */
export function whyOf(source: DocumentSource, locale: string): Why {
  return {
    locale,
    derivation: derive(inputOf(source)),
    // The first line of a description names the thing.
    lineNames: source.items.map((item) => item.description.trim().split("\n")[0] || "—"),
    adjustmentNames: source.adjustments.filter((row) => row.part === 0).map((row) => row.description),
    taxNames: Object.fromEntries(source.taxes.map((row) => [taxRowKey(row), taxLabelOf(row, locale)])),
  };
}
