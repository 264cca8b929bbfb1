import { and, eq, gt, isNull } from "drizzle-orm";
import { memberships, organizations, sessions, users } from "@/db/schema";
import type { UserActor } from "@/lib/platform/actor";
import { clock } from "@/lib/platform/clock";
import { transaction } from "@/lib/platform/context";
import { isId } from "@/lib/platform/ids";

/** Who a session's cookie stands for right now. */
export type SignedIn = {
  actor: UserActor;
  user: { id: string; name: string; email: string };
  organization: {
    id: string;
    name: string;
    locale: string;
    timeZone: string;
    currency: string;
    isDemo: boolean;
  };
};

const MINUTE = 60_000;

/**
 * Reads a session with the user's present role and status; null when it is revoked, expired, idle for too long,
 * unknown, or the user is deactivated. Read on every request, so that all of these take effect at once.
 * @param used false when no person asks: a screen that is left open keeps no session alive
 */
export async function findSession(sessionId: string, { used = true } = {}): Promise<SignedIn | null> {
  if (!isId(sessionId)) return null;
  const now = clock.now();
  return transaction({ kind: "anonymous", organizationId: null }, async (tx) => {
    const [row] = await tx
      .select({ session: sessions, membership: memberships, user: users, organization: organizations })
      .from(sessions)
      .innerJoin(
        memberships,
        and(eq(memberships.organizationId, sessions.organizationId), eq(memberships.userId, sessions.userId)),
      )
      .innerJoin(users, eq(users.id, sessions.userId))
      .innerJoin(organizations, eq(organizations.id, sessions.organizationId))
      .where(
        and(
          eq(sessions.id, sessionId),
          isNull(sessions.revokedAt),
          gt(sessions.expiresAt, now),
          gt(sessions.idleUntil, now),
          eq(memberships.status, "active"),
        ),
      );
    if (!row) return null;
    if (used && now.getTime() - row.session.lastUsedAt.getTime() > MINUTE)
      await tx
        .update(sessions)
        .set({ lastUsedAt: now })
        .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)));
    const { membership, user, organization } = row;
    return {
      actor: {
        kind: "user",
        organizationId: organization.id,
        userId: user.id,
        sessionId,
        role: membership.role,
        clientId: membership.clientId,
      },
      user: { id: user.id, name: user.name, email: user.email },
      organization,
    };
  });
}
