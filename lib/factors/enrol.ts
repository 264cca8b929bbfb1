import { and, eq, isNotNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { factors, sessions } from "@/db/schema";
import type { UserActor } from "@/lib/platform/actor";
import { clock } from "@/lib/platform/clock";
import { actAs, type Ctx } from "@/lib/platform/context";
import type { VerbCtx } from "@/lib/platform/verb";
import { replaceCodes } from "./recovery";

export const ownerOf = (ctx: Ctx): UserActor => {
  if (ctx.actor.kind !== "user") throw new Error("Only a user has factors");
  return ctx.actor;
};

/** What is written of a factor wherever it is told: never anything secret. */
export type Told = { id: string; kind: "totp" | "passkey"; name: string };

/** What the person is told by email. */
export type FactorChange = "added" | "renamed" | "removed" | "reset" | "codes";

/** Writes down that something about a person's factors has changed, for the log and for an email to the person. */
export async function tellFactor(ctx: VerbCtx, userId: string, change: FactorChange, name: string | null) {
  await ctx.emit({ type: "user.factor_changed", subjectId: userId, payload: { change, name } });
}

/**
 * What follows on a new factor: the log, the email, a proof in this session, and with the first one ten recovery codes,
 * which are returned to be shown; else none.
 */
export async function enrolled(tx: Tx, ctx: VerbCtx, factor: Told): Promise<{ codes: string[] }> {
  const { userId, sessionId, organizationId } = ownerOf(ctx);
  const all = await tx
    .select({ id: factors.id })
    .from(factors)
    .where(and(eq(factors.userId, userId), isNotNull(factors.confirmedAt)));
  const codes = all.length === 1 ? await replaceCodes(tx, userId) : [];
  const { id, kind, name } = factor;
  await ctx.audit({ action: "factor.add", subjectType: "factor", subjectId: id, after: { kind, name } });
  await tellFactor(ctx, userId, "added", name);
  await actAs(tx, { kind: "anonymous", organizationId });
  await tx.update(sessions).set({ provenAt: clock.now() }).where(eq(sessions.id, sessionId));
  return { codes };
}
