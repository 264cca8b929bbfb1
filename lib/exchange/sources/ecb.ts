import { clock } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { crossRate, publicationsIn } from "./ecb-rates";
import { type RateSource, RatesUnanswered } from "./source";

const PATIENCE_MS = 10_000;
const DAY_MS = 86_400_000;

/** The file of the last 90 days, with room for time zones. */
const RECENT_DAYS = 85;

/** The European Central Bank's euro foreign exchange reference rates, published on working days at about 16:00 CET. */
export const ecb: RateSource = {
  name: "ecb",
  async rate(from, to, date) {
    const published = publicationsIn(await read(fileFor(date))).filter((one) => one.date <= date);
    const latest = published.sort((a, b) => b.date.localeCompare(a.date))[0];
    const rate = latest && crossRate(latest.perEuro, from, to);
    return rate ? { rate, date: latest.date } : null;
  },
};

/** The smallest of the bank's files that reaches back to a date. */
function fileFor(date: string): string {
  const days = (clock.now().getTime() - Date.parse(`${date}T00:00:00Z`)) / DAY_MS;
  const range = days < 1 ? "daily" : days < RECENT_DAYS ? "hist-90d" : "hist";
  return `/stats/eurofxref/eurofxref-${range}.xml`;
}

async function read(path: string): Promise<string> {
  try {
    const response = await fetch(new URL(path, env().ECB_API_BASE), {
      signal: AbortSignal.timeout(PATIENCE_MS),
      cache: "no-store",
      redirect: "error",
    });
    if (!response.ok) throw new RatesUnanswered(`The rates' source answered ${response.status}`);
    return await response.text();
  } catch (error) {
    throw error instanceof RatesUnanswered ? error : new RatesUnanswered("No answer", { cause: error });
  }
}
