import { and, eq, isNotNull, isNull, ne } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { factors, recoveryCodes, sessions } from "@/db/schema";
import { memberRole, refuseBeyond } from "@/lib/auth/member-role";
import { clock } from "@/lib/platform/clock";
import { actAs } from "@/lib/platform/context";
import { conflict, notFound } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { ownerOf, tellFactor } from "./enrol";
import { replaceCodes } from "./recovery";
import { FactorIdInput, RenameFactorInput, ResetFactorsInput } from "./schemas";

const ownConfirmed = (userId: string, id: string) =>
  and(eq(factors.userId, userId), eq(factors.id, id), isNotNull(factors.confirmedAt));

/** Gives a factor of one's own another name. */
export const renameFactor = verb("factor.write", RenameFactorInput, async (tx, ctx, { id, name }) => {
  const { userId } = ownerOf(ctx);
  const [before] = await tx.select().from(factors).where(ownConfirmed(userId, id)).for("update");
  if (!before) throw notFound();
  if (before.name === name) return ctx.unchanged();
  await tx.update(factors).set({ name }).where(ownConfirmed(userId, id));
  await ctx.audit({
    action: "factor.rename",
    subjectType: "factor",
    subjectId: id,
    before: { name: before.name },
    after: { name },
  });
  await tellFactor(ctx, userId, "renamed", name);
});

/**
 * Takes a factor of one's own away, and with the last one the recovery codes. The person's other sessions end.
 * @throws DomainError conflict `lastFactor` where the organization requires one (a trigger's refusal)
 */
export const removeFactor = verb("factor.remove", FactorIdInput, async (tx, ctx, { id }) => {
  const { userId, sessionId, organizationId } = ownerOf(ctx);
  const [removed] = await tx.delete(factors).where(ownConfirmed(userId, id)).returning();
  if (!removed) throw notFound();
  const [other] = await tx
    .select({ id: factors.id })
    .from(factors)
    .where(and(eq(factors.userId, userId), isNotNull(factors.confirmedAt)))
    .limit(1);
  if (!other) await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  const { kind, name } = removed;
  await ctx.audit({ action: "factor.remove", subjectType: "factor", subjectId: id, before: { kind, name } });
  await tellFactor(ctx, userId, "removed", name);
  await actAs(tx, { kind: "anonymous", organizationId });
  await endSessions(tx, userId, organizationId, sessionId);
});

/** Ten new recovery codes in the place of the old ones. @throws DomainError conflict `noFactor` without any factor */
export const renewCodes = verb("factor.write", z.object({}), async (tx, ctx) => {
  const { userId } = ownerOf(ctx);
  const [factor] = await tx
    .select({ id: factors.id })
    .from(factors)
    .where(and(eq(factors.userId, userId), isNotNull(factors.confirmedAt)))
    .limit(1);
  if (!factor) throw conflict("noFactor");
  const codes = await replaceCodes(tx, userId);
  await ctx.audit({ action: "factor.renew_codes", subjectType: "user", subjectId: userId });
  await tellFactor(ctx, userId, "codes", null);
  return { codes };
});

/**
 * Takes all factors of another member away, who has lost them, and ends all of their sessions.
 * @throws DomainError conflict `ownAccount`; not_found for somebody who is no member; conflict `beyondOwnRights`
 */
export const resetFactors = verb("factor.reset", ResetFactorsInput, async (tx, ctx, { userId }) => {
  const { organizationId } = ownerOf(ctx);
  if (userId === ownerOf(ctx).userId) throw conflict("ownAccount");
  refuseBeyond(ctx, await memberRole(tx, userId));
  const removed = await tx.delete(factors).where(eq(factors.userId, userId)).returning();
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await ctx.audit({
    action: "factor.reset",
    subjectType: "user",
    subjectId: userId,
    before: { factors: removed.filter((one) => one.confirmedAt).map((one) => one.name) },
  });
  await tellFactor(ctx, userId, "reset", null);
  await endSessions(tx, userId, organizationId);
});

async function endSessions(tx: Tx, userId: string, organizationId: string, except?: string): Promise<void> {
  await tx
    .update(sessions)
    .set({ revokedAt: clock.now() })
    .where(
      and(
        eq(sessions.organizationId, organizationId),
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        except ? ne(sessions.id, except) : undefined,
      ),
    );
}
