let fixed: Date | undefined;

/** The time of this process, which tests may set. */
export const clock = {
  now: (): Date => (fixed ? new Date(fixed) : new Date()),
  /** Stops the clock at an instant. Tests only. */
  set: (instant: Date | string): void => {
    fixed = new Date(instant);
  },
  reset: (): void => {
    fixed = undefined;
  },
};
