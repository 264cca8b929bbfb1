import { and, eq, exists, gt, isNull, sql } from "drizzle-orm";
import { customRoles, factors, memberships, organizations, sessions, users } from "@/db/schema";
import type { UserActor } from "@/lib/platform/actor";
import { clock } from "@/lib/platform/clock";
import { transaction } from "@/lib/platform/context";
import { isId } from "@/lib/platform/ids";
import { roleOfMember, userRole } from "./member-role";

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

/**
 * How far a sign-in has come: `pending` until the second step is done, `enrolling` while the organization requires a
 * second factor and the person has none. Only a `full` session is somebody who is signed in.
 */
export type Stage = "full" | "pending" | "enrolling";

const MINUTE = 60_000;

/**
 * Who is signed in by a session; null for none, and for one whose sign-in has still a step to go.
 * @param options as of `readSession`
 */
export async function findSession(sessionId: string, options = {}): Promise<SignedIn | null> {
  const found = await readSession(sessionId, options);
  return found?.stage === "full" ? found : null;
}

const hasFactor = exists(
  sql`(select 1 from ${factors} where ${factors.organizationId} = ${memberships.organizationId}
    and ${factors.userId} = ${memberships.userId} and ${factors.confirmedAt} is not null)`,
);

/**
 * Reads a session with the user's present role, what it grants, and status; null when it is revoked, expired, idle for too long,
 * unknown, or the user is deactivated. Read on every request, so that all of these take effect at once.
 * @param used false when no person asks: a screen that is left open keeps no session alive
 */
export async function readSession(
  sessionId: string,
  { used = true } = {},
): Promise<(SignedIn & { stage: Stage }) | null> {
  if (!isId(sessionId)) return null;
  const now = clock.now();
  return transaction({ kind: "anonymous", organizationId: null }, async (tx) => {
    const [row] = await tx
      .select({
        session: sessions,
        membership: memberships,
        custom: customRoles,
        user: users,
        organization: organizations,
        lacksFactor: sql<boolean>`${organizations.mfaPolicy} = 'required' and ${memberships.role} <> 'client'
          and not ${hasFactor}`,
      })
      .from(sessions)
      .innerJoin(
        memberships,
        and(eq(memberships.organizationId, sessions.organizationId), eq(memberships.userId, sessions.userId)),
      )
      .leftJoin(customRoles, roleOfMember)
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
    const { session, membership, custom, user, organization, lacksFactor } = row;
    return {
      stage: session.stage === "pending" ? "pending" : lacksFactor ? "enrolling" : "full",
      actor: {
        kind: "user",
        organizationId: organization.id,
        userId: user.id,
        sessionId,
        role: userRole(membership.role, custom),
        clientId: membership.clientId,
        provenAt: session.provenAt,
      },
      user: { id: user.id, name: user.name, email: user.email },
      organization,
    };
  });
}
