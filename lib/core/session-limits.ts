import { reachOf } from "./custom-roles";
import type { Role, UserRole } from "./permissions";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export type SessionLimits = {
  /** Seconds without a request after which a session is over. */
  idle: number;
  /** Seconds after the sign-in after which it is over in any case. */
  absolute: number;
};

/**
 * How long a sign-in counts, by what it opens. Staff stay within NIST SP 800-63B-4, 2.2.3 (an hour idle, a day in all),
 * admins within half of it; a client's sign-in opens its own documents alone (2.1.3: 30 days).
 */
const sessionLimits: Record<Role, SessionLimits> = {
  admin: { idle: 30 * MINUTE, absolute: 12 * HOUR },
  accountant: { idle: HOUR, absolute: DAY },
  client: { idle: 7 * DAY, absolute: 30 * DAY },
};

/** The limits of a role; a custom one that reaches what is admins' own has theirs. */
export const sessionLimitsOf = (role: UserRole): SessionLimits =>
  sessionLimits[typeof role === "string" ? role : reachOf(role).admin ? "admin" : "accountant"];

/** The longest of them, for which the browser keeps the cookie: whether it counts is read from the database. */
export const LONGEST_SESSION = Math.max(...Object.values(sessionLimits).map((limits) => limits.absolute));
