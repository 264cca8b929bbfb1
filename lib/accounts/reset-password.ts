import { and, eq, gt, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { memberships, organizations, passwordResets, users } from "@/db/schema";
import { choosePassword } from "@/lib/auth/choose-password";
import { unthrottle } from "@/lib/auth/throttle";
import { clock } from "@/lib/platform/clock";
import { actAs, type Ctx, transaction } from "@/lib/platform/context";
import { hashToken } from "@/lib/platform/crypto";
import { conflict, fromZod } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { auditEverywhere, endSessions, lockUser, revokeResets } from "./own";
import { ResetPasswordInput } from "./schemas";

const open = (token: string) =>
  and(
    eq(passwordResets.tokenHash, hashToken(token)),
    isNull(passwordResets.usedAt),
    isNull(passwordResets.revokedAt),
    gt(passwordResets.expiresAt, clock.now()),
  );

/** Whose password a link resets; null for a link that is unknown, used, replaced or too old. */
export const findReset = (token: string) =>
  transaction({ kind: "anonymous", organizationId: null }, async (tx) => {
    const [row] = await tx
      .select({ email: users.email, name: users.name, organization: organizations.name })
      .from(passwordResets)
      .innerJoin(users, eq(users.id, passwordResets.userId))
      .innerJoin(organizations, eq(organizations.id, passwordResets.organizationId))
      .innerJoin(
        memberships,
        and(
          eq(memberships.organizationId, passwordResets.organizationId),
          eq(memberships.userId, passwordResets.userId),
        ),
      )
      .where(and(open(token), eq(memberships.status, "active")));
    return row ?? null;
  });

/**
 * Sets another password by the link from the email, once. Every session of the person ends, and what was locked by
 * wrong tries is open again.
 * @throws DomainError conflict `linkEnded`, invalid for a password that is refused
 */
export async function resetPassword(ctx: Ctx, raw: unknown) {
  const parsed = ResetPasswordInput.safeParse(raw);
  if (!parsed.success) throw fromZod(parsed.error);
  const { token, password } = parsed.data;
  const found = await findReset(token);
  if (!found) throw conflict("linkEnded");
  const stored = await choosePassword(password, [found.email, found.name, found.organization]);
  return applyReset(ctx, { token, stored });
}

const ApplyResetInput = z.object({
  token: z.string(),
  stored: z.object({ passwordHash: z.string(), pepperVersion: z.number().nullable() }),
});

const applyReset = verb("account.recover", ApplyResetInput, async (tx, ctx, { token, stored }) => {
  const [reset] = await tx.select().from(passwordResets).where(open(token));
  if (!reset) throw conflict("linkEnded");
  const { userId, organizationId } = reset;
  await actAs(tx, { kind: "anonymous", organizationId });
  const user = await lockUser(tx, userId);
  const used = await tx.update(passwordResets).set({ usedAt: clock.now() }).where(open(token)).returning();
  if (used.length === 0) throw conflict("linkEnded");
  await tx.update(users).set(stored).where(eq(users.id, userId));
  await revokeResets(tx, userId);
  await endSessions(tx, userId, null);
  await unlock(tx, user.email);
  await auditEverywhere(tx, ctx, organizationId, userId, { action: "account.reset_password" });
  await ctx.emit({ type: "password.changed", subjectId: userId });
});

async function unlock(tx: Tx, email: string): Promise<void> {
  await unthrottle(tx, "password.account", email, true);
  await unthrottle(tx, "reset.account", email, true);
}
