export type Rate = {
  /** Requests that may come at once, after a rest. */
  burst: number;
  /** Seconds in which as many may come again: one each seconds ÷ burst. */
  seconds: number;
};

/**
 * How often what is costly may be asked for, each by its own key, counted among all processes. Enough for whoever works
 * through a month's documents by hand, too little to fill the machine.
 */
export const rates = {
  /** Documents drawn as PDF, by the user or the link that asks. */
  pdf: { burst: 60, seconds: 60 },
  /** Whole exports of the books or the audit log, by user. */
  export: { burst: 10, seconds: 600 },
  /** Requests to a webhook's address that no gateway signed, by organization and gateway. */
  unsigned: { burst: 300, seconds: 60 },
  /** Files sent to be kept, by user; pictures among them are decoded. */
  upload: { burst: 30, seconds: 60 },
  /** Browsers' reports of what a page's policy refused; all of them together. */
  report: { burst: 60, seconds: 60 },
} as const satisfies Record<string, Rate>;

export type RateScope = keyof typeof rates;
