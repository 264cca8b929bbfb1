import Big from "big.js";
import { decimal, isDecimal } from "@/lib/core/decimal";
import { isRate, RATE_PLACES } from "@/lib/core/exchange";
import { RatesUnanswered } from "./source";

/** What a euro was worth on a day, by currency. */
export type Publication = { date: string; perEuro: ReadonlyMap<string, Big> };

const DAY = /<Cube\s+time=(["'])(\d{4}-\d\d-\d\d)\1\s*>([\s\S]*?)<\/Cube>/g;
const RATE = /<Cube\s+currency=(["'])([A-Z]{3})\1\s+rate=(["'])([\d.]+)\3\s*\/>/g;

/**
 * The days in one of the European Central Bank's files of reference rates.
 * @throws RatesUnanswered for anything without a day in it
 */
export function publicationsIn(xml: string): Publication[] {
  const days = [...xml.matchAll(DAY)].map(([, , date = "", rates = ""]) => {
    const quoted = [...rates.matchAll(RATE)].flatMap(([, , currency = "", , rate = ""]) =>
      isDecimal(rate) && decimal(rate).gt(0) ? [[currency, decimal(rate)] as const] : [],
    );
    return { date, perEuro: new Map([["EUR", new Big(1)], ...quoted]) };
  });
  if (days.length === 0) throw new RatesUnanswered("These are no reference rates");
  return days;
}

/** One unit of a currency in another, rounded once to ten decimals; undefined when either is not quoted. */
export function crossRate(perEuro: Publication["perEuro"], from: string, to: string): string | undefined {
  const [a, b] = [perEuro.get(from), perEuro.get(to)];
  if (!a || !b) return undefined;
  const rate = b.div(a).round(RATE_PLACES, Big.roundHalfUp).toFixed();
  return isRate(rate) ? rate : undefined;
}
