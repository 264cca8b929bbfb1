import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { users } from "@/db/schema";
import { choosePassword } from "@/lib/auth/choose-password";
import { verifyPassword } from "@/lib/auth/password";
import { guardPassword } from "@/lib/auth/throttle";
import { actAs, type Ctx } from "@/lib/platform/context";
import { conflict, fromZod, invalid } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { auditEverywhere, endSessions, ownUser, userOf } from "./own";
import { ChangePasswordInput } from "./schemas";

type OwnUser = Awaited<ReturnType<typeof ownUser>>["user"];

/**
 * Asks a signed-in person for the present password, throttled like at the sign-in.
 * @throws DomainError invalid `passwordWrong` at the field `current`, too_many
 */
export async function provePassword(ctx: Ctx, user: OwnUser, current: string): Promise<void> {
  const right = await guardPassword(ctx, user.email, async () =>
    (await verifyPassword(user, current)) ? true : undefined,
  );
  if (!right) throw invalid("current", "passwordWrong");
}

/**
 * Gives the signed-in person another password. All other sessions of the person end.
 * @throws DomainError unauthenticated; invalid for a wrong present or a refused new password; too_many
 */
export async function changePassword(ctx: Ctx, raw: unknown) {
  userOf(ctx);
  const parsed = ChangePasswordInput.safeParse(raw);
  if (!parsed.success) throw fromZod(parsed.error);
  const { user, organization } = await ownUser(ctx);
  await provePassword(ctx, user, parsed.data.current);
  const stored = await choosePassword(parsed.data.password, [user.email, user.name, organization]);
  return applyPassword(ctx, { before: user.passwordHash, stored });
}

const ApplyPasswordInput = z.object({
  /** The hash that the present password was proven against. */
  before: z.string(),
  stored: z.object({ passwordHash: z.string(), pepperVersion: z.number().nullable() }),
});

const applyPassword = verb("account.write", ApplyPasswordInput, async (tx, ctx, { before, stored }) => {
  const { userId, organizationId, sessionId } = userOf(ctx);
  await actAs(tx, { kind: "anonymous", organizationId });
  const [changed] = await tx
    .update(users)
    .set(stored)
    .where(and(eq(users.id, userId), eq(users.passwordHash, before)))
    .returning({ id: users.id });
  if (!changed) throw conflict("tryAgain");
  const ended = await endSessions(tx, userId, sessionId);
  await auditEverywhere(tx, ctx, organizationId, userId, { action: "account.change_password" });
  await ctx.emit({ type: "password.changed", subjectId: userId });
  return { ended };
});
