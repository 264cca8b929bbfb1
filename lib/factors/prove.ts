import { eq } from "drizzle-orm";
import { sessions, users } from "@/db/schema";
import { verifyPassword } from "@/lib/auth/password";
import { guardPassword } from "@/lib/auth/throttle";
import { clock } from "@/lib/platform/clock";
import { actAs, type Ctx, transaction } from "@/lib/platform/context";
import { forbidden, fromZod, invalid, unauthenticated } from "@/lib/platform/errors";
import { query, verb } from "@/lib/platform/verb";
import { takeProof, waysOf } from "./proof";
import { ProofInput, WaysInput } from "./schemas";
import { countTry, forgetTries } from "./tries";

/** How the caller can prove anew to be themselves. */
export const waysToProve = query("session.prove", WaysInput, (tx, ctx) => {
  if (ctx.actor.kind !== "user") throw new Error("Only a user proves anything");
  return waysOf(tx, ctx.actor, { purpose: "verify", sessionId: ctx.actor.sessionId });
});

const proven = verb("session.prove", ProofInput, async (tx, ctx, proof) => {
  if (ctx.actor.kind !== "user") throw new Error("Only a user proves anything");
  const { sessionId, organizationId, userId } = ctx.actor;
  await actAs(tx, { kind: "anonymous", organizationId });
  const to = { purpose: "verify", sessionId } as const;
  let factorId: string | null = null;
  if (proof.method !== "password") factorId = await takeProof(tx, ctx.actor, proof, to);
  // Whoever has a factor uses it: the password was looked at outside, and is not enough.
  else if (!(await waysOf(tx, ctx.actor, to)).password) throw forbidden();
  await tx.update(sessions).set({ provenAt: clock.now(), tries: 0 }).where(eq(sessions.id, sessionId));
  await forgetTries(tx, userId);
  await ctx.audit({
    action: "session.prove",
    subjectType: "user",
    subjectId: userId,
    after: { method: proof.method, factorId },
  });
});

/**
 * Notes in the caller's session that the person has just proved to be themselves, by a factor, or by the password for
 * want of any. Five wrong ones in a row end the session.
 * @throws DomainError invalid beside the field, conflict `tooManyTries`, too_many, forbidden for a password where
 * there is a factor
 */
export async function prove(ctx: Ctx, raw: unknown): Promise<void> {
  if (ctx.actor.kind !== "user") throw unauthenticated();
  const parsed = ProofInput.safeParse(raw);
  if (!parsed.success) throw fromZod(parsed.error);
  const { userId, sessionId } = ctx.actor;
  await countTry(sessionId);
  if (parsed.data.method === "password" && !(await isPassword(ctx, userId, parsed.data.password)))
    throw invalid("password", "wrongPassword");
  await proven(ctx, raw);
}

async function isPassword(ctx: Ctx, userId: string, password: string): Promise<boolean> {
  const [user] = await transaction(
    { kind: "anonymous", organizationId: null },
    (tx) => tx.select().from(users).where(eq(users.id, userId)),
    { readOnly: true },
  );
  if (!user) return false;
  const right = await guardPassword(ctx, user.email, async () =>
    (await verifyPassword(user, password)) ? true : undefined,
  );
  return right === true;
}
