let fixed: Date | undefined;

/** The time of this process, which tests and the demo's history may set. */
export const clock = {
  now: (): Date => (fixed ? new Date(fixed) : new Date()),
  isSet: (): boolean => fixed !== undefined,
  /** Stops the clock at an instant. */
  set: (instant: Date | string): void => {
    fixed = new Date(instant);
  },
  reset: (): void => {
    fixed = undefined;
  },
};
