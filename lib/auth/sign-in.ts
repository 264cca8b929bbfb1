import { and, asc, eq } from "drizzle-orm";
import { memberships, users } from "@/db/schema";
import { type Ctx, transaction } from "@/lib/platform/context";
import { DomainError, fromZod } from "@/lib/platform/errors";
import { isOutdated, verifyPassword } from "./password";
import { rehash } from "./rehash";
import { SignInInput } from "./schemas";
import { startSession } from "./start-session";
import { guardPassword } from "./throttle";

/**
 * Checks email and password and starts a session. The password is hashed outside of any transaction, and hashed anew
 * when it would be hashed more strongly today.
 * @param device the random token that the browser keeps, where there is one
 * @throws DomainError invalid `wrongCredentials`: the same for an unknown user, a wrong password, a deactivated user;
 * too_many likewise, before the password is looked at
 */
export async function signIn(ctx: Ctx, raw: unknown, userAgent: string | null, device: string | null = null) {
  const parsed = SignInInput.safeParse(raw);
  if (!parsed.success) throw fromZod(parsed.error);
  const { email, password } = parsed.data;
  const member = await guardPassword(ctx, email, async () => {
    const found = await findMember(email);
    const right = await verifyPassword(found?.user, password);
    return right && found?.membership ? { ...found.membership, user: found.user } : undefined;
  });
  if (!member) throw new DomainError("invalid", "wrongCredentials");
  if (isOutdated(member.user)) await rehash(member.user, password);
  return startSession(ctx, {
    organizationId: member.organizationId,
    userId: member.userId,
    userAgent,
    device,
  });
}

/** The person of an address, with the first organization that lets them in. */
export function findMember(email: string) {
  return transaction(
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
}
