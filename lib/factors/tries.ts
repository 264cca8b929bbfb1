import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { sessions } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { transaction } from "@/lib/platform/context";
import { conflict, unauthenticated } from "@/lib/platform/errors";

/** Wrong proofs in a row that end a session. */
const OF_SESSION = 5;
/** Wrong proofs of a person, in all sessions within so many minutes, after which none is looked at. */
const OF_PERSON = 10;
const MINUTES = 15;

/**
 * Counts a proof before it is looked at, so that many at once are no way around the limit. A right one begins anew.
 * @throws DomainError unauthenticated for a session that is over, conflict `tooManyTries` when the session ended by it, `tooManyTriesWait` for the person's limit
 */
export async function countTry(sessionId: string): Promise<void> {
  const refused = await transaction({ kind: "anonymous", organizationId: null }, async (tx) => {
    const now = clock.now();
    const [session] = await tx.select().from(sessions).where(eq(sessions.id, sessionId));
    if (!session) throw unauthenticated();
    const { organizationId, userId } = session;
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`proof:${userId}`}, 0))`);
    const recent = await tx
      .select({ id: sessions.id, tries: sessions.tries })
      .from(sessions)
      .where(
        and(
          eq(sessions.organizationId, organizationId),
          eq(sessions.userId, userId),
          gt(sessions.triedAt, new Date(now.getTime() - MINUTES * 60_000)),
        ),
      );
    if (recent.reduce((sum, one) => sum + one.tries, 0) >= OF_PERSON) return "tooManyTriesWait";
    const [counted] = await tx
      .update(sessions)
      .set({ tries: sql`${sessions.tries} + 1`, triedAt: now })
      .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
      .returning({ tries: sessions.tries });
    if (!counted) throw unauthenticated();
    if (counted.tries <= OF_SESSION) return null;
    await tx.update(sessions).set({ revokedAt: now }).where(eq(sessions.id, sessionId));
    return "tooManyTries";
  });
  if (refused) throw conflict(refused);
}
