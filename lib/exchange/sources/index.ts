import { ecb } from "./ecb";
import type { RateSource } from "./source";

/** The source that is asked. */
export const rateSource: RateSource = ecb;
