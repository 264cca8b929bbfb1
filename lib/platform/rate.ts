import { sql } from "drizzle-orm";
import { type RateScope, rates } from "@/lib/core/rates";
import { clock } from "./clock";
import { transaction } from "./context";
import { deriveToken } from "./crypto";
import { env } from "./env";

const ANYONE = { kind: "anonymous", organizationId: null } as const;

/**
 * Counts one request, atomically among all processes. Returns 0 when it may be served, else after how many seconds it may
 * be tried again; it is not counted then.
 * @param key whom requests are counted for: a user's id, a link's
 */
export async function takeSlot(scope: RateScope, key: string): Promise<number> {
  const { burst, seconds } = rates[scope];
  const hashed = deriveToken(`rate ${scope}`, key, env().AUTH_SECRET);
  const [row] = await transaction(ANYONE, (tx) =>
    tx.execute<{ wait: number }>(
      sql`select cf.take_slot(${`rate.${scope}`}, ${hashed}, ${clock.now().toISOString()}::timestamptz,
        ${burst}::int, ${seconds}::int) as wait`,
    ),
  );
  return row?.wait ?? 0;
}
