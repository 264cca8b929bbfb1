import { and, eq, isNotNull } from "drizzle-orm";
import { z } from "zod";
import { factors, sessions } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { actAs } from "@/lib/platform/context";
import { newId } from "@/lib/platform/ids";
import { verb } from "@/lib/platform/verb";

const DAY = 86_400_000;
const SESSION_DAYS = 7;
const PENDING_MINUTES = 10;

const StartSessionInput = z.object({
  organizationId: z.uuid(),
  userId: z.uuid(),
  userAgent: z.string().nullable(),
  /** What was proven: the password alone, or a factor as well. */
  by: z.enum(["password", "factor"]).default("password"),
});

/**
 * Starts a session for a person whose right to it was just proven. A password alone gives a person who has a second
 * factor a pending session, which is good for the second step and for nothing else, for ten minutes.
 */
export const startSession = verb("session.start", StartSessionInput, async (tx, ctx, input) => {
  const { organizationId, userId, userAgent } = input;
  const id = newId();
  const now = clock.now();
  await actAs(tx, { kind: "anonymous", organizationId });
  const pending = input.by === "password" && (await hasFactor());
  await tx.insert(sessions).values({
    id,
    organizationId,
    userId,
    userAgent: userAgent?.slice(0, 300) ?? null,
    ip: ctx.ip,
    stage: pending ? "pending" : "full",
    provenAt: pending ? null : now,
    createdAt: now,
    expiresAt: new Date(now.getTime() + (pending ? PENDING_MINUTES * 60_000 : SESSION_DAYS * DAY)),
  });
  await ctx.audit({
    action: pending ? "session.password" : "session.start",
    subjectType: "user",
    subjectId: userId,
    after: { sessionId: id },
  });
  return { sessionId: id, userId };

  async function hasFactor(): Promise<boolean> {
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
});
