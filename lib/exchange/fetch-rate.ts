import { z } from "zod";
import { organizations } from "@/db/schema";
import { currency, isoDate } from "@/lib/core/fields";
import type { Ctx } from "@/lib/platform/context";
import { DomainError, invalid, notFound } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { query } from "@/lib/platform/verb";
import { rateSource } from "./sources";
import { type Rate, type RateSourceName, RatesUnanswered } from "./sources/source";

const FetchRateInput = z.object({ from: currency, date: isoDate });

/** What is asked: the organization's currency is the other one. */
const question = query("exchangeRate.read", FetchRateInput, async (tx, _ctx, { from, date }) => {
  const [organization] = await tx.select({ currency: organizations.currency }).from(organizations);
  if (!organization) throw notFound();
  return { from, to: organization.currency, date };
});

/**
 * What one unit of a currency is worth in the organization's, by the last rate of the source until a date.
 * @throws DomainError invalid `noRate` when the source has none; unavailable `ratesUnanswered`
 */
export async function fetchRate(ctx: Ctx, input: unknown): Promise<Rate & { source: RateSourceName }> {
  const { from, to, date } = await question(ctx, input);
  const rate = await rateSource.rate(from, to, date).catch((error: unknown) => {
    if (!(error instanceof RatesUnanswered)) throw error;
    log.warn({ err: error, requestId: ctx.requestId }, "exchange rates could not be fetched");
    throw new DomainError("unavailable", "ratesUnanswered");
  });
  if (!rate) throw invalid("exchangeRate", "noRate");
  return { ...rate, source: rateSource.name };
}
