import { and, asc, eq } from "drizzle-orm";
import { memberships, users } from "@/db/schema";
import { type Ctx, transaction } from "@/lib/platform/context";
import { DomainError, fromZod } from "@/lib/platform/errors";
import { verifyPassword } from "./password";
import { SignInInput } from "./schemas";
import { startSession } from "./start-session";

/**
 * Checks email and password and starts a session. The password is hashed outside of any transaction.
 * @throws DomainError invalid `wrongCredentials`: the same for an unknown user, a wrong password, a deactivated user
 */
export async function signIn(ctx: Ctx, raw: unknown, userAgent: string | null) {
  const parsed = SignInInput.safeParse(raw);
  if (!parsed.success) throw fromZod(parsed.error);
  const { email, password } = parsed.data;
  const found = await transaction(
    { kind: "anonymous", organizationId: null },
    async (tx) => {
      const [user] = await tx.select().from(users).where(eq(users.email, email));
      if (!user) return undefined;
      const [membership] = await tx
        .select()
        .from(memberships)
        .where(and(eq(memberships.userId, user.id), eq(memberships.status, "active")))
        .orderBy(asc(memberships.createdAt));
      return { user, membership };
    },
    { readOnly: true },
  );
  const right = await verifyPassword(found?.user.passwordHash, password);
  if (!right || !found?.membership) throw new DomainError("invalid", "wrongCredentials");
  return startSession(ctx, {
    organizationId: found.membership.organizationId,
    userId: found.user.id,
    userAgent,
  });
}
