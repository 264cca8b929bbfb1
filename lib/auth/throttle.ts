import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { addressKey, type ThrottleScope, throttles, waitProblem } from "@/lib/core/throttles";
import { clock } from "@/lib/platform/clock";
import { type Ctx, transaction } from "@/lib/platform/context";
import { deriveToken } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors";

const ANYONE = { kind: "anonymous", organizationId: null } as const;

/** What is stored of an account or an address: as it stands, the table would be a list of them. */
const hashed = (scope: ThrottleScope, key: string) =>
  deriveToken(`throttle ${scope}`, key, env().AUTH_SECRET);

/**
 * Counts one try, atomically among all processes. Commit it before what it admits is tried: a try that is rolled back
 * with its transaction was never counted.
 * @param key whom the tries are counted for: an email address, a user's id
 * @throws DomainError too_many, which says how long to wait; this try is not to be made
 */
export async function throttle(tx: Tx, scope: ThrottleScope, key: string): Promise<void> {
  const { free, first, longest, forget } = throttles[scope];
  const [row] = await tx.execute<{ wait: number }>(
    sql`select cf.take_turn(${scope}, ${hashed(scope, key)}, ${clock.now().toISOString()}::timestamptz,
      ${free}::int, ${first}::int, ${longest}::int, ${forget}::int) as wait`,
  );
  const wait = row?.wait ?? 0;
  if (wait > 0) throw new DomainError("too_many", waitProblem(wait));
}

/** Takes a try back that went well: this one alone, or with `all` those before it as well. */
export async function unthrottle(tx: Tx, scope: ThrottleScope, key: string, all: boolean): Promise<void> {
  const at = clock.now().toISOString();
  await tx.execute(
    sql`select cf.give_turn_back(${scope}, ${hashed(scope, key)}, ${at}::timestamptz, ${all})`,
  );
}

/**
 * Tries a password, at most as often as the account and the caller's address may. A right one clears the account, and
 * gives the address its try back.
 * @param attempt resolves to undefined for a wrong password
 * @throws DomainError too_many
 */
export async function guardPassword<T>(
  ctx: Ctx,
  email: string,
  attempt: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const address = ctx.ip === null ? null : addressKey(ctx.ip);
  await transaction(ANYONE, async (tx) => {
    if (address) await throttle(tx, "password.address", address);
    await throttle(tx, "password.account", email);
  });
  const result = await attempt();
  if (result !== undefined)
    await transaction(ANYONE, async (tx) => {
      if (address) await unthrottle(tx, "password.address", address, false);
      await unthrottle(tx, "password.account", email, true);
    });
  return result;
}
