import { formatMoney } from "@/lib/i18n/format";

/** What a stored event's payload says, where it says it: always texts, empty where it does not. */
export function eventFacts(payload: Record<string, unknown>, locale: string) {
  const text = (key: string) => (typeof payload[key] === "string" ? payload[key] : "");
  return {
    number: text("number"),
    recipient: text("recipient"),
    message: text("message"),
    name: text("name"),
    amount: amountOf(text("amountMinor"), text("currency"), locale),
  };
}

function amountOf(minor: string, currency: string, locale: string): string {
  return /^-?\d+$/.test(minor) && currency ? formatMoney(BigInt(minor), currency, locale) : "";
}
