import { translator } from "@/lib/i18n/translator";
import type { LegalText } from "./tax-rows";

/** The law's usual words for a category without tax, as they are printed. */
export const legalText: LegalText = (category) => {
  const t = translator("document");
  return t(`legal.${category}`);
};
