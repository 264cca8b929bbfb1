import { and, eq, isNull, or, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { memberships, sessions } from "@/db/schema";
import { sessionLimits } from "@/lib/core/session-limits";
import { clock } from "@/lib/platform/clock";
import { actAs } from "@/lib/platform/context";
import { hashToken } from "@/lib/platform/crypto";
import { unauthenticated } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { verb } from "@/lib/platform/verb";

const StartSessionInput = z.object({
  organizationId: z.uuid(),
  userId: z.uuid(),
  userAgent: z.string().nullable(),
  /** The random token that the browser keeps for good. */
  device: z.string().max(100).nullable().default(null),
});

/**
 * Starts a session for a person whose right to it was just proven, always with a new id. A device that this person
 * never signed in with is told to them by email, except the very first.
 */
export const startSession = verb("session.start", StartSessionInput, async (tx, ctx, input) => {
  const { organizationId, userId } = input;
  const id = newId();
  const now = clock.now();
  const userAgent = input.userAgent?.slice(0, 300) ?? null;
  const deviceHash = input.device ? hashToken(input.device) : null;
  await actAs(tx, { kind: "anonymous", organizationId });
  const [member] = await tx
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.organizationId, organizationId), eq(memberships.userId, userId)));
  if (!member) throw unauthenticated();
  const { idle, absolute } = sessionLimits[member.role];
  const isNew = await isNewDevice(tx, userId, userAgent, deviceHash);
  await tx.insert(sessions).values({
    id,
    organizationId,
    userId,
    userAgent,
    deviceHash,
    ip: ctx.ip,
    createdAt: now,
    lastUsedAt: now,
    idleSeconds: idle,
    expiresAt: new Date(now.getTime() + absolute * 1000),
  });
  await ctx.audit({
    action: "session.start",
    subjectType: "user",
    subjectId: userId,
    after: isNew ? { sessionId: id, newDevice: true } : { sessionId: id },
  });
  if (isNew) await ctx.emit({ type: "session.new_device", subjectId: userId, payload: { sessionId: id } });
  return { sessionId: id, userId };
});

// Without a token on either side, a browser that calls itself the same is taken for the same.
async function isNewDevice(tx: Tx, userId: string, userAgent: string | null, deviceHash: string | null) {
  const looksAlike = and(
    eq(sessions.userAgent, userAgent ?? ""),
    deviceHash ? isNull(sessions.deviceHash) : undefined,
  );
  const known = or(deviceHash ? eq(sessions.deviceHash, deviceHash) : undefined, looksAlike);
  const [earlier] = await tx
    .select({ known: sql<boolean | null>`bool_or(${known})` })
    .from(sessions)
    .where(eq(sessions.userId, userId));
  return earlier?.known === false;
}
