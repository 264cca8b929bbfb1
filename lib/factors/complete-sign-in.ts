import { and, eq, gt, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { memberships, sessions } from "@/db/schema";
import { startSession } from "@/lib/auth/start-session";
import { clock } from "@/lib/platform/clock";
import { actAs, type Ctx, transaction } from "@/lib/platform/context";
import { forbidden, fromZod, unauthenticated } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { takeProof, type Ways, waysOf } from "./proof";
import { ProofInput } from "./schemas";
import { countTry, forgetTries } from "./tries";

/** How the person of a pending session can do the second step; null when the session is none, or too old. */
export function secondStep(sessionId: string): Promise<Ways | null> {
  return transaction({ kind: "anonymous", organizationId: null }, async (tx) => {
    const member = await pendingMember(tx, sessionId);
    if (!member) return null;
    await actAs(tx, { kind: "anonymous", organizationId: member.organizationId });
    return waysOf(tx, member, { purpose: "verify", sessionId });
  });
}

const SecondStepInput = z.object({
  sessionId: z.uuid("invalid"),
  proof: ProofInput,
  device: z.string().nullable(),
});

const secondStepDone = verb("session.start", SecondStepInput, async (tx, ctx, input) => {
  const { sessionId, proof, device } = input;
  const member = await pendingMember(tx, sessionId);
  if (!member) throw unauthenticated();
  const { organizationId, userId, userAgent } = member;
  if (proof.method === "password") throw forbidden();
  await actAs(tx, { kind: "anonymous", organizationId });
  const factorId = await takeProof(tx, member, proof, { purpose: "verify", sessionId });
  await tx.update(sessions).set({ revokedAt: clock.now(), tries: 0 }).where(eq(sessions.id, sessionId));
  await forgetTries(tx, userId);
  await ctx.audit({
    action: "session.verify",
    subjectType: "user",
    subjectId: userId,
    after: { method: proof.method, factorId },
  });
  return startSession.within(tx, ctx, { organizationId, userId, userAgent, device, by: "factor" });
});

/**
 * The second step of a sign-in: takes a factor in a pending session, ends that session, and starts a full one.
 * @param device the random token that the browser keeps, where there is one
 * @throws DomainError unauthenticated for a session that is not pending any more, invalid beside the field, conflict
 * `tooManyTries`, too_many
 */
export async function completeSignIn(
  ctx: Ctx,
  sessionId: string,
  raw: unknown,
  device: string | null = null,
) {
  const parsed = ProofInput.safeParse(raw);
  if (!parsed.success) throw fromZod(parsed.error);
  await countTry(sessionId);
  return secondStepDone(ctx, { sessionId, proof: raw, device });
}

async function pendingMember(tx: Tx, sessionId: string) {
  const [row] = await tx
    .select({
      organizationId: sessions.organizationId,
      userId: sessions.userId,
      userAgent: sessions.userAgent,
    })
    .from(sessions)
    .innerJoin(
      memberships,
      and(eq(memberships.organizationId, sessions.organizationId), eq(memberships.userId, sessions.userId)),
    )
    .where(
      and(
        eq(sessions.id, sessionId),
        eq(sessions.stage, "pending"),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, clock.now()),
        eq(memberships.status, "active"),
      ),
    )
    .for("update", { of: sessions });
  return row ?? null;
}
