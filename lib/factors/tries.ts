import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { sessions } from "@/db/schema";
import { throttle, unthrottle } from "@/lib/auth/throttle";
import { clock } from "@/lib/platform/clock";
import { transaction } from "@/lib/platform/context";
import { conflict, unauthenticated } from "@/lib/platform/errors";

/** Wrong proofs in a row that end a session. */
const OF_SESSION = 5;

/**
 * Counts a proof before it is looked at, of its session and of its person in all sessions, so that many at once are no
 * way around the limits.
 * @throws DomainError unauthenticated for a session that is over, conflict `tooManyTries` when it ended by this,
 * too_many for the person's limit
 */
export async function countTry(sessionId: string): Promise<void> {
  const refused = await transaction({ kind: "anonymous", organizationId: null }, async (tx) => {
    const [session] = await tx.select().from(sessions).where(eq(sessions.id, sessionId));
    if (!session) throw unauthenticated();
    await throttle(tx, "factor.account", session.userId);
    const [counted] = await tx
      .update(sessions)
      .set({ tries: sql`${sessions.tries} + 1` })
      .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
      .returning({ tries: sessions.tries });
    if (!counted) throw unauthenticated();
    if (counted.tries <= OF_SESSION) return null;
    await tx.update(sessions).set({ revokedAt: clock.now() }).where(eq(sessions.id, sessionId));
    return "tooManyTries";
  });
  if (refused) throw conflict(refused);
}

/** A right proof begins anew for its person. */
export const forgetTries = (tx: Tx, userId: string): Promise<void> =>
  unthrottle(tx, "factor.account", userId, true);
