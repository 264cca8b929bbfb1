import { isInEu } from "./countries";
import type { TaxCategory } from "./tax";

/** Categories for which a document says why no tax is charged. */
export const explainedCategories = ["E", "AE", "K", "G", "O"] as const satisfies readonly TaxCategory[];
export type ExplainedCategory = (typeof explainedCategories)[number];

/** Whether the law wants words on the document: not for taxed and zero-rated supplies (EN 16931 BR-S-10, BR-Z-10). */
export const isExplained = (category: TaxCategory): category is ExplainedCategory =>
  (explainedCategories as readonly TaxCategory[]).includes(category);

/** Whose tax number a category needs: the seller's always or only where EU law binds it, the buyer's or not. */
type Needs = { seller: "always" | "inEu" | "never"; buyer: boolean };

/** EN 16931: BR-S-02…04, BR-Z-02…04, BR-E-02…04, BR-AE-02…04, BR-IC-02…04, BR-G-02…04, BR-O-02…04. */
const NEEDS: Record<TaxCategory, Needs> = {
  S: { seller: "inEu", buyer: false },
  Z: { seller: "inEu", buyer: false },
  E: { seller: "inEu", buyer: false },
  AE: { seller: "always", buyer: true },
  K: { seller: "always", buyer: true },
  G: { seller: "always", buyer: false },
  O: { seller: "never", buyer: false },
};

/** A party as far as these rules ask: its tax number, and its country as ISO 3166-1 alpha-2. */
export type TaxParty = { taxNumber: string | null; country: string | null };

/** Whose tax number a document lacks for the VAT categories on it; the buyer's is named first, null for nobody's. */
export function lackingTaxNumber(
  categories: readonly TaxCategory[],
  seller: TaxParty,
  buyer: TaxParty,
): "buyer" | "seller" | null {
  const needs = categories.map((category) => NEEDS[category]);
  if (!buyer.taxNumber && needs.some((one) => one.buyer)) return "buyer";
  const bound = isInEu(seller.country ?? "");
  const asked = needs.some((one) => one.seller === "always" || (one.seller === "inEu" && bound));
  return asked && !seller.taxNumber ? "seller" : null;
}
