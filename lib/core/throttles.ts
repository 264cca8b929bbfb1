import { over } from "./problem";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export type Throttle = {
  /** Tries before the first wait. */
  free: number;
  /** Seconds of the first wait; each try after it doubles them. */
  first: number;
  /** Seconds of the longest wait. */
  longest: number;
  /** Seconds without a try after which everything is forgotten. */
  forget: number;
};

/**
 * What is throttled, each by its own key. At an hour's wait a password can be guessed at less than 30 times a day;
 * NIST SP 800-63B-4, 3.2.2 allows 100 failures in a row.
 */
export const throttles = {
  /** Passwords, by email address, whether or not there is such an account. */
  "password.account": { free: 5, first: 30, longest: HOUR, forget: DAY },
  /** Passwords, by the caller's address, behind which may be a whole office. */
  "password.address": { free: 30, first: 30, longest: HOUR, forget: DAY },
  "reset.account": { free: 3, first: 5 * MINUTE, longest: 6 * HOUR, forget: DAY },
  "reset.address": { free: 15, first: MINUTE, longest: HOUR, forget: DAY },
  /** Codes of second factors, by user. */
  "factor.account": { free: 10, first: 30, longest: HOUR, forget: DAY },
  /** Changes of one's own address, by user: each sends two emails. */
  "email.account": { free: 5, first: 5 * MINUTE, longest: 6 * HOUR, forget: DAY },
} as const satisfies Record<string, Throttle>;

export type ThrottleScope = keyof typeof throttles;

/** The problem that says how long to wait, in seconds or, from two minutes on, in whole minutes rounded up. */
export const waitProblem = (seconds: number): string =>
  seconds < 2 * MINUTE ? over("waitSeconds", seconds) : over("waitMinutes", Math.ceil(seconds / MINUTE));

/**
 * What an address is counted by: itself, or for IPv6 its first 64 bits, of which one connection has all the rest.
 * An IPv4 address in IPv6 clothes counts as IPv4.
 */
export function addressKey(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped || !ip.includes(":")) return mapped ?? ip;
  const [head = "", tail] = ip.toLowerCase().split("%")[0]?.split("::") ?? [];
  const groups = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after.length);
  const all = [...groups, ...Array<string>(zeros).fill("0"), ...after];
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
