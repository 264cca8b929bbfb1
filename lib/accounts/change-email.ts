import { and, eq, gt, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { emailChanges } from "@/db/schema";
import { throttle } from "@/lib/auth/throttle";
import { clock } from "@/lib/platform/clock";
import { actAs, type Ctx, transaction } from "@/lib/platform/context";
import { deriveToken, hashToken } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";
import { conflict, fromZod, invalid, notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { query, verb } from "@/lib/platform/verb";
import { provePassword } from "./change-password";
import { lockUser, ownUser, userOf } from "./own";
import { ChangeEmailInput } from "./schemas";

const VALID_HOURS = 24;

/** The two addresses that must agree. */
export type Side = "old" | "new";

/** The token in the link to one of the addresses. */
export const emailToken = (id: string, side: Side): string =>
  deriveToken(`email-change ${side}`, id, env().AUTH_SECRET);

/** A change that waits: neither applied nor cancelled, nor too old. */
export const waits = () =>
  and(
    isNull(emailChanges.appliedAt),
    isNull(emailChanges.cancelledAt),
    gt(emailChanges.expiresAt, clock.now()),
  );

/**
 * Asks both addresses whether the signed-in person's address may change. Says the same when the new one belongs to
 * somebody else, which only whoever reads its mail gets to know.
 * @throws DomainError unauthenticated; invalid `passwordWrong` or `emailSame`; too_many
 */
export async function changeEmail(ctx: Ctx, raw: unknown) {
  const { userId } = userOf(ctx);
  const parsed = ChangeEmailInput.safeParse(raw);
  if (!parsed.success) throw fromZod(parsed.error);
  const { user } = await ownUser(ctx);
  if (parsed.data.email === user.email) throw invalid("email", "emailSame");
  await provePassword(ctx, user, parsed.data.current);
  await transaction({ kind: "anonymous", organizationId: null }, (tx) =>
    throttle(tx, "email.account", userId),
  );
  return startChange(ctx, { email: parsed.data.email });
}

const startChange = verb("account.write", z.object({ email: z.string() }), async (tx, ctx, { email }) => {
  const { userId, organizationId } = userOf(ctx);
  const id = newId();
  const now = clock.now();
  await actAs(tx, { kind: "anonymous", organizationId });
  const user = await lockUser(tx, userId);
  if (user.email === email) throw conflict("tryAgain");
  await cancelOpen(tx, userId, organizationId);
  await tx.insert(emailChanges).values({
    id,
    userId,
    oldEmail: user.email,
    newEmail: email,
    oldTokenHash: hashToken(emailToken(id, "old")),
    newTokenHash: hashToken(emailToken(id, "new")),
    createdAt: now,
    expiresAt: new Date(now.getTime() + VALID_HOURS * 3_600_000),
  });
  await ctx.audit({
    action: "account.request_email",
    subjectType: "user",
    subjectId: userId,
    before: { email: user.email },
    after: { email },
  });
  await ctx.emit({ type: "email.change_requested", subjectId: id });
  return { email };
});

async function cancelOpen(tx: Tx, userId: string, organizationId: string) {
  return tx
    .update(emailChanges)
    .set({ cancelledAt: clock.now() })
    .where(
      and(
        eq(emailChanges.organizationId, organizationId),
        eq(emailChanges.userId, userId),
        isNull(emailChanges.appliedAt),
        isNull(emailChanges.cancelledAt),
      ),
    )
    .returning({ id: emailChanges.id });
}

/** The change of address that the signed-in person has asked for and that waits; null for none. */
export const pendingEmail = query("account.read", z.object({}), async (tx, ctx) => {
  const { userId, organizationId } = userOf(ctx);
  await actAs(tx, { kind: "anonymous", organizationId });
  const [row] = await tx
    .select({
      email: emailChanges.newEmail,
      oldConfirmedAt: emailChanges.oldConfirmedAt,
      newConfirmedAt: emailChanges.newConfirmedAt,
    })
    .from(emailChanges)
    .where(and(eq(emailChanges.userId, userId), eq(emailChanges.organizationId, organizationId), waits()));
  return row ?? null;
});

/** The signed-in person's own no. */
export const withdrawEmail = verb("account.write", z.object({}), async (tx, ctx) => {
  const { userId, organizationId } = userOf(ctx);
  await actAs(tx, { kind: "anonymous", organizationId });
  const cancelled = await cancelOpen(tx, userId, organizationId);
  if (cancelled.length === 0) throw notFound();
  await ctx.audit({ action: "account.cancel_email", subjectType: "user", subjectId: userId });
});
