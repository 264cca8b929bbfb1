import { eq } from "drizzle-orm";
import { users } from "@/db/schema";
import { userOf } from "@/lib/accounts/own";
import { actAs, systemCtx } from "@/lib/platform/context";
import { conflict, invalid, notFound } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { lockMember } from "@/lib/users/members";
import { forgetUser } from "./forget-user";
import { EraseSelfInput, EraseUserInput } from "./schemas";

/**
 * Erases another member: name, address and every way to sign in go; what they did stays under a pseudonym.
 * @throws DomainError invalid `nameDiffers`; conflict `ownAccount`, `lastAdmin`, `erased`; not_found
 */
export const eraseUser = verb("privacy.erase", EraseUserInput, async (tx, ctx, { userId, confirmation }) => {
  const { organizationId } = userOf(ctx);
  await lockMember(tx, ctx, userId, false);
  const [user] = await tx.select().from(users).where(eq(users.id, userId));
  if (!user) throw notFound();
  if (user.erasedAt) throw conflict("erased");
  if (confirmation !== user.name) throw invalid("confirmation", "nameDiffers");
  const erased = await forgetUser(tx, organizationId, userId);
  await ctx.audit({ action: "user.erase", subjectType: "user", subjectId: userId, after: { erased } });
  await ctx.emit({ type: "user.changed", subjectId: userId });
  return { erased };
});

/**
 * Erases the signed-in person, who is a client's; staff ask an admin.
 * @throws DomainError invalid `emailDiffers`
 */
export const eraseSelf = verb("account.erase", EraseSelfInput, async (tx, ctx, { confirmation }) => {
  const { userId, organizationId } = userOf(ctx);
  await actAs(tx, systemCtx(organizationId, "erasure").actor);
  const [user] = await tx.select().from(users).where(eq(users.id, userId));
  if (!user) throw notFound();
  if (confirmation.toLowerCase() !== user.email) throw invalid("confirmation", "emailDiffers");
  const erased = await forgetUser(tx, organizationId, userId);
  await ctx.audit({ action: "user.erase", subjectType: "user", subjectId: userId, after: { erased } });
  await ctx.emit({ type: "user.changed", subjectId: userId });
  return { erased };
});
