/** Who asks. The holder's link is of the client's invoice; strangers are another client, and an accountant and admin elsewhere. */
export const CALLERS = [
  "nobody",
  "link holder",
  "other client",
  "own client",
  "accountant",
  "admin",
  "accountant elsewhere",
  "admin elsewhere",
] as const;
export type Caller = (typeof CALLERS)[number];

/** ok: 200; none: 404; in: to the sign-in. One answer for each caller, in that order. */
export const EXPECTED: Record<string, string> = {};
