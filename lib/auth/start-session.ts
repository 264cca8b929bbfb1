import { and, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { customRoles, factors, memberships, sessions } from "@/db/schema";
import { sessionLimitsOf } from "@/lib/core/session-limits";
import { clock } from "@/lib/platform/clock";
import { actAs } from "@/lib/platform/context";
import { hashToken } from "@/lib/platform/crypto";
import { unauthenticated } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { verb } from "@/lib/platform/verb";
import { roleOfMember, userRole } from "./member-role";

const PENDING_SECONDS = 600;

const StartSessionInput = z.object({
  organizationId: z.uuid(),
  userId: z.uuid(),
  userAgent: z.string().nullable(),
  /** The random token that the browser keeps for good. */
  device: z.string().max(100).nullable().default(null),
  /** What was proven: the password alone, or a factor as well. */
  by: z.enum(["password", "factor"]).default("password"),
});

/**
 * Starts a session for a person whose right to it was just proven, always with a new id. A password alone gives a
 * person who has a second factor a pending session, which is good for the second step and for nothing else, for ten
 * minutes. A device that this person never signed in with is told to them by email, except the very first.
 */
export const startSession = verb("session.start", StartSessionInput, async (tx, ctx, input) => {
  const { organizationId, userId, by } = input;
  const id = newId();
  const now = clock.now();
  const userAgent = input.userAgent?.slice(0, 300) ?? null;
  const deviceHash = input.device ? hashToken(input.device) : null;
  await actAs(tx, { kind: "anonymous", organizationId });
  const [member] = await tx
    .select({ role: memberships.role, custom: customRoles })
    .from(memberships)
    .leftJoin(customRoles, roleOfMember)
    .where(and(eq(memberships.organizationId, organizationId), eq(memberships.userId, userId)));
  if (!member) throw unauthenticated();
  const pending = by === "password" && (await hasFactor(tx, organizationId, userId));
  const { idle, absolute } = sessionLimitsOf(userRole(member.role, member.custom));
  const lasts = pending ? PENDING_SECONDS : absolute;
  const isNew = !pending && (await isNewDevice(tx, userId, userAgent, deviceHash));
  await tx.insert(sessions).values({
    id,
    organizationId,
    userId,
    userAgent,
    deviceHash,
    ip: ctx.ip,
    stage: pending ? "pending" : "full",
    provenAt: pending ? null : now,
    createdAt: now,
    lastUsedAt: now,
    idleSeconds: idle,
    expiresAt: new Date(now.getTime() + lasts * 1000),
  });
  await ctx.audit({
    action: pending ? "session.password" : "session.start",
    subjectType: "user",
    subjectId: userId,
    after: isNew ? { sessionId: id, newDevice: true } : { sessionId: id },
  });
  if (isNew) await ctx.emit({ type: "session.new_device", subjectId: userId, payload: { sessionId: id } });
  return { sessionId: id, userId };
});

async function hasFactor(tx: Tx, organizationId: string, userId: string): Promise<boolean> {
  const found = await tx
    .select({ id: factors.id })
    .from(factors)
    .where(
      and(
        eq(factors.organizationId, organizationId),
        eq(factors.userId, userId),
        isNotNull(factors.confirmedAt),
      ),
    )
    .limit(1);
  return found.length > 0;
}

// Without a token on either side, a browser that calls itself the same is taken for the same. A right password alone
// makes no device known.
async function isNewDevice(tx: Tx, userId: string, userAgent: string | null, deviceHash: string | null) {
  const looksAlike = and(
    eq(sessions.userAgent, userAgent ?? ""),
    deviceHash ? isNull(sessions.deviceHash) : undefined,
  );
  const known = or(deviceHash ? eq(sessions.deviceHash, deviceHash) : undefined, looksAlike);
  const [earlier] = await tx
    .select({ known: sql<boolean | null>`bool_or(${known})` })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), eq(sessions.stage, "full")));
  return earlier?.known === false;
}
