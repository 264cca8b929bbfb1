import { and, eq, gt, isNull } from "drizzle-orm";
import { z } from "zod";
import { customRoles, invitations, memberships, organizations, users } from "@/db/schema";
import { choosePassword } from "@/lib/auth/choose-password";
import { verifyPassword } from "@/lib/auth/password";
import { guardPassword } from "@/lib/auth/throttle";
import { clock } from "@/lib/platform/clock";
import { actAs, type Ctx, transaction } from "@/lib/platform/context";
import { hashToken } from "@/lib/platform/crypto";
import { fromZod, invalid, notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { verb } from "@/lib/platform/verb";
import { AcceptInvitationInput } from "./schemas";

const open = (token: string) =>
  and(
    eq(invitations.tokenHash, hashToken(token)),
    isNull(invitations.acceptedAt),
    isNull(invitations.revokedAt),
    gt(invitations.expiresAt, clock.now()),
  );

const roleOfInvitation = and(
  eq(customRoles.organizationId, invitations.organizationId),
  eq(customRoles.id, invitations.customRoleId),
);

/** What an invitation's page shows; null for a token that is unknown, used, revoked or too old. */
export async function findInvitation(token: string) {
  return transaction({ kind: "anonymous", organizationId: null }, async (tx) => {
    const [row] = await tx
      .select({
        email: invitations.email,
        role: invitations.role,
        roleName: customRoles.name,
        organization: organizations.name,
      })
      .from(invitations)
      .innerJoin(organizations, eq(organizations.id, invitations.organizationId))
      .leftJoin(customRoles, roleOfInvitation)
      .where(open(token));
    return row ?? null;
  });
}

/**
 * Joins the organization with the invited role, once. A person who already has an account joins with its password,
 * which is throttled like one at the sign-in. Passwords are hashed outside of the transaction.
 * @throws DomainError not_found for a token that no longer counts, invalid `wrongCredentials` or a password that is
 * refused, too_many
 */
export async function acceptInvitation(ctx: Ctx, raw: unknown) {
  const parsed = AcceptInvitationInput.safeParse(raw);
  if (!parsed.success) throw fromZod(parsed.error);
  const { token, name, password } = parsed.data;
  const invitation = await findInvitation(token);
  if (!invitation) throw notFound();
  const existing = await findUser(invitation.email);
  if (existing) {
    const right = await guardPassword(ctx, existing.email, async () =>
      (await verifyPassword(existing, password)) ? true : undefined,
    );
    if (!right) throw invalid("password", "wrongCredentials");
    return join(ctx, { token, userId: existing.id, account: null });
  }
  const stored = await choosePassword(password, [invitation.email, name, invitation.organization]);
  return join(ctx, { token, userId: newId(), account: { name, ...stored } });
}

const findUser = (email: string) =>
  transaction({ kind: "anonymous", organizationId: null }, async (tx) => {
    const [user] = await tx.select().from(users).where(eq(users.email, email));
    return user;
  });

const JoinInput = z.object({
  token: z.string(),
  userId: z.uuid(),
  /** What a person who has no account yet gets one with. */
  account: z
    .object({ name: z.string(), passwordHash: z.string(), pepperVersion: z.number().nullable() })
    .nullable(),
});

const join = verb("invitation.accept", JoinInput, async (tx, ctx, { token, userId, account }) => {
  const [invitation] = await tx.select().from(invitations).where(open(token)).for("update");
  if (!invitation) throw notFound();
  const { organizationId, role, customRoleId, clientId, email } = invitation;
  await actAs(tx, { kind: "anonymous", organizationId });
  if (account) await tx.insert(users).values({ id: userId, email, ...account });
  await tx.insert(memberships).values({ organizationId, userId, role, customRoleId, clientId });
  await tx.update(invitations).set({ acceptedAt: clock.now() }).where(eq(invitations.id, invitation.id));
  await ctx.audit({
    action: "user.join",
    subjectType: "user",
    subjectId: userId,
    after: { role, customRoleId, clientId },
  });
  await ctx.emit({ type: "user.joined", subjectId: userId });
  return { organizationId, userId };
});
