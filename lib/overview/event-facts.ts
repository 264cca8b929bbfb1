import { isIsoDate } from "@/lib/core/dates";
import { formatDate, formatMoney } from "@/lib/i18n/format";
import { problemText } from "@/lib/i18n/problem-text";
import { translator } from "@/lib/i18n/translator";

/** What a stored event's payload says, where it says it: always texts, empty where it does not. What was erased is told so. */
export function eventFacts(payload: Record<string, unknown>, locale: string) {
  const text = (key: string) => (typeof payload[key] === "string" ? payload[key] : "");
  const gone = payload.erased === true ? translator("privacy") : null;
  return {
    number: text("number"),
    recipient: gone ? gone("erasedAddress") : text("recipient"),
    message: text("message"),
    name: gone ? gone("erasedPerson") : text("name"),
    date: isIsoDate(text("date")) ? formatDate(text("date"), locale) : "",
    reason: text("reason") ? problemText(translator("errors"), text("reason")) : "",
    amount: amountOf(text("amountMinor"), text("currency"), locale),
  };
}

function amountOf(minor: string, currency: string, locale: string): string {
  return /^-?\d+$/.test(minor) && currency ? formatMoney(BigInt(minor), currency, locale) : "";
}
