import type { ExtraTax } from "@/lib/core/tax";
import { formatPercent } from "@/lib/i18n/format";
import type { NamedTax } from "@/lib/invoices/tax-rate";
import type { Party } from "@/lib/parties/types";
import type { DocumentParty } from "./types";

const regions = new Map<string, Intl.DisplayNames>();

/** A country's name in the reader's language, from its ISO 3166-1 alpha-2 code; the code itself when it has none. */
export function countryName(code: string, locale: string): string {
  const names = regions.get(locale) ?? new Intl.DisplayNames(locale, { type: "region" });
  regions.set(locale, names);
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

/** A party as printed: the country below the address, in the reader's language. */
export function documentPartyOf(party: Party, locale: string): DocumentParty {
  return {
    name: party.name,
    addressLines: party.country
      ? [...party.addressLines, countryName(party.country, locale)]
      : party.addressLines,
    taxNumber: party.taxNumber ?? undefined,
    email: party.email ?? undefined,
  };
}

/** A tax as printed, "VAT 20%"; without a rate its name alone. `ratePpm` in parts per million. */
export function taxLabelOf(tax: { name: string; ratePpm: number }, locale: string): string {
  return tax.ratePpm > 0 ? `${tax.name} ${formatPercent(tax.ratePpm, locale)}` : tax.name;
}

/** All that a line's tax adds to its price, "GST 5% + QST 9.975%". */
export function addedTaxesLabelOf(tax: NamedTax, locale: string): string {
  return [tax, tax.compound].flatMap((one) => (one ? taxLabelOf(one, locale) : [])).join(" + ");
}

/** The same with what is withheld, "VAT 19% − Income tax 15%", to tell tax rates from one another. */
export function taxChoiceLabelOf(tax: NamedTax, locale: string): string {
  const withheld: ExtraTax[] = tax.withholding ? [tax.withholding] : [];
  return [addedTaxesLabelOf(tax, locale), ...withheld.map((one) => taxLabelOf(one, locale))].join(" − ");
}
