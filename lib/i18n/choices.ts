import { countries } from "@/lib/core/countries";
import { currencies } from "@/lib/core/currencies";

export type Choice = { value: string; label: string; detail?: string };

/** Countries by their name in the reader's language. */
export function countryChoices(locale: string): Choice[] {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  return byLabel(
    countries.map((code) => ({ value: code, label: names.of(code) ?? code, detail: code })),
    locale,
  );
}

/** Currencies by code, with their name in the reader's language. */
export function currencyChoices(locale: string): Choice[] {
  const names = new Intl.DisplayNames(locale, { type: "currency" });
  return currencies.map((code) => ({ value: code, label: code, detail: names.of(code) ?? code }));
}

/** Time zones by their IANA name. */
export function timeZoneChoices(): Choice[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")].map((zone) => ({
    value: zone,
    label: zone.replaceAll("_", " "),
  }));
}

function byLabel(choices: Choice[], locale: string): Choice[] {
  const collator = new Intl.Collator(locale);
  return choices.sort((a, b) => collator.compare(a.label, b.label));
}
