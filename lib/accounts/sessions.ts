import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { z } from "zod";
import { organizations, sessions } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { actAs } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { query, verb } from "@/lib/platform/verb";
import { endSessions, userOf } from "./own";
import { SessionIdInput } from "./schemas";

/** Where the person is signed in right now, in whichever organization: this session first, then by last use. */
export const listSessions = query("account.read", z.object({}), async (tx, ctx) => {
  const { userId, organizationId, sessionId } = userOf(ctx);
  await actAs(tx, { kind: "anonymous", organizationId });
  const now = clock.now();
  const rows = await tx
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      ip: sessions.ip,
      createdAt: sessions.createdAt,
      lastUsedAt: sessions.lastUsedAt,
      organization: organizations.name,
    })
    .from(sessions)
    .innerJoin(organizations, eq(organizations.id, sessions.organizationId))
    .where(
      and(
        eq(sessions.userId, userId),
        eq(sessions.stage, "full"),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, now),
        gt(sessions.idleUntil, now),
      ),
    )
    .orderBy(desc(eq(sessions.id, sessionId)), desc(sessions.lastUsedAt), desc(sessions.id));
  return rows.map((row) => ({ ...row, current: row.id === sessionId }));
});

/**
 * Signs the person out of one device.
 * @throws DomainError not_found for a session that is not the person's own, or is over
 */
export const revokeSession = verb("session.end", SessionIdInput, async (tx, ctx, { id }) => {
  const { userId, organizationId } = userOf(ctx);
  await ctx.audit({
    action: "session.revoke",
    subjectType: "user",
    subjectId: userId,
    after: { sessionId: id },
  });
  await actAs(tx, { kind: "anonymous", organizationId });
  const [revoked] = await tx
    .update(sessions)
    .set({ revokedAt: clock.now() })
    .where(and(eq(sessions.id, id), eq(sessions.userId, userId), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  if (!revoked) throw notFound();
  return { id };
});

/**
 * Signs the person out of every device but this one.
 * @throws DomainError not_found unless the id is that of the session that asks
 */
export const revokeOtherSessions = verb("session.end", SessionIdInput, async (tx, ctx, { id }) => {
  const { userId, organizationId, sessionId } = userOf(ctx);
  if (id !== sessionId) throw notFound();
  await actAs(tx, { kind: "anonymous", organizationId });
  const ended = await endSessions(tx, userId, sessionId);
  if (ended === 0) ctx.unchanged();
  else
    await ctx.audit({
      action: "session.revoke_others",
      subjectType: "user",
      subjectId: userId,
      after: { ended },
    });
  return { ended };
});
