import { z } from "zod";
import { passwordResets } from "@/db/schema";
import { findMember } from "@/lib/auth/sign-in";
import { throttle } from "@/lib/auth/throttle";
import { addressKey } from "@/lib/core/throttles";
import { clock } from "@/lib/platform/clock";
import { actAs, type Ctx, transaction } from "@/lib/platform/context";
import { deriveToken, hashToken } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";
import { fromZod } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { verb } from "@/lib/platform/verb";
import { lockUser, revokeResets } from "./own";
import { RequestResetInput } from "./schemas";

const VALID_MINUTES = 30;

/** The token in the link: derived from the row's id, so that only a hash needs to be stored. */
export const resetToken = (id: string): string => deriveToken("password-reset", id, env().AUTH_SECRET);

/**
 * Sends the person of an address a link to set another password. Says the same whether or not there is one.
 * @throws DomainError invalid for what is no address; too_many
 */
export async function requestReset(ctx: Ctx, raw: unknown): Promise<void> {
  const parsed = RequestResetInput.safeParse(raw);
  if (!parsed.success) throw fromZod(parsed.error);
  const { email } = parsed.data;
  await transaction({ kind: "anonymous", organizationId: null }, async (tx) => {
    if (ctx.ip !== null) await throttle(tx, "reset.address", addressKey(ctx.ip));
    await throttle(tx, "reset.account", email);
  });
  const found = await findMember(email);
  if (!found?.membership) return;
  await startReset(ctx, { userId: found.user.id, organizationId: found.membership.organizationId });
}

const StartResetInput = z.object({ userId: z.uuid(), organizationId: z.uuid() });

/** Replaces a reset that is still open: only the newest link works. */
const startReset = verb("account.recover", StartResetInput, async (tx, ctx, { userId, organizationId }) => {
  const id = newId();
  const now = clock.now();
  await actAs(tx, { kind: "anonymous", organizationId });
  await lockUser(tx, userId);
  await revokeResets(tx, userId);
  await tx.insert(passwordResets).values({
    id,
    userId,
    tokenHash: hashToken(resetToken(id)),
    createdAt: now,
    expiresAt: new Date(now.getTime() + VALID_MINUTES * 60_000),
  });
  await ctx.audit({ action: "account.request_reset", subjectType: "user", subjectId: userId });
  await ctx.emit({ type: "password.reset_requested", subjectId: id });
});
