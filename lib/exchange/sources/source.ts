/** Sources that are built in; the words for them are in the catalog. */
export type RateSourceName = "ecb";

/** A rate as decimal text with at most ten decimals, and the ISO date that it is of. */
export type Rate = { rate: string; date: string };

/** Where exchange rates come from. */
export interface RateSource {
  name: RateSourceName;
  /**
   * What one unit of `from` is worth in `to`: the last rate published by `date` (ISO); null when there is none.
   * @throws RatesUnanswered when the source does not answer, or not as it should
   */
  rate(from: string, to: string, date: string): Promise<Rate | null>;
}

/** The source can't be asked now. */
export class RatesUnanswered extends Error {}
