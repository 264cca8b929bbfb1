import { useTranslations } from "next-intl";
import type { Rounding, ValueDerivation } from "@/lib/core/derivation";
import { toMajor } from "@/lib/core/money";
import type { Tax } from "@/lib/core/tax";
import type { Addend } from "@/lib/core/tax-working";
import { taxLabelOf } from "@/lib/documents/parts";
import { taxRowKey } from "@/lib/documents/totals";
import type { Why } from "@/lib/documents/why";
import { formatMoney, formatPercent, formatQuantity, formatUnitPrice } from "@/lib/i18n/format";
import { trimmed } from "@/lib/invoices/editor-values";

/** The steps of a derivation in words and in the reader's way of writing amounts. */
export function useWhyWords({ derivation, locale, lineNames, adjustmentNames, taxNames }: Why) {
  const t = useTranslations("why");
  const { currency } = derivation;
  const money = (minor: bigint) => formatMoney(minor, currency, locale);
  const percent = (ppm: number) => formatPercent(ppm, locale);

  /** "3 × €1.115 = €3.345, rounded to €3.35"; without the last part when there was nothing to round. */
  const exactly = (step: string, { exact, cut, minor }: Rounding) => {
    const value = formatUnitPrice(exact, currency, locale) + (cut ? "…" : "");
    const isExact = !cut && exact === trimmed(toMajor(minor, currency), 0);
    return t(isExact ? "equals" : "rounded", { step, exact: value, amount: money(minor) });
  };
  const line = (index: number) => t("line", { number: index + 1, name: lineNames[index] ?? "" });
  const adjustment = (index: number) => adjustmentNames[index] ?? "";
  const vat = (tax: Pick<Tax, "category" | "ratePpm">) =>
    taxNames[taxRowKey({ kind: "vat", name: "", ...tax })] ?? percent(tax.ratePpm);

  return {
    money,
    percent,
    exactly,
    line,
    adjustment,
    product: (quantity: string, price: string) =>
      t("product", {
        quantity: formatQuantity(quantity, locale),
        price: formatUnitPrice(price, currency, locale),
      }),
    /** A discount or charge: how much of what, or just how much. */
    valued: ({ share, minor }: ValueDerivation) =>
      share
        ? exactly(t("share", { percent: percent(share.ppm), amount: money(share.ofMinor) }), share.rounding)
        : t("fixed", { amount: money(minor) }),
    /** A tax with those that come with it. */
    tax: (tax: Tax) =>
      [
        vat(tax),
        ...[tax.compound, tax.withholding].flatMap((one) => (one ? taxLabelOf(one, locale) : [])),
      ].join(" + "),
    addend: (addend: Addend): string => {
      switch (addend.of) {
        case "line":
          return line(addend.index);
        case "discount":
        case "charge":
          return adjustment(addend.index);
        case "vat":
          return vat(addend);
        case "compound":
        case "withholding":
          return taxLabelOf(addend, locale);
        default:
          return t(`sum.${addend.of}`);
      }
    },
  };
}
