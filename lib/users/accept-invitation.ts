import { and, eq, gt, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { invitations, memberships, organizations, users } from "@/db/schema";
import { hashPassword, verifyPassword } from "@/lib/auth/password";
import { clock } from "@/lib/platform/clock";
import { actAs, transaction } from "@/lib/platform/context";
import { hashToken } from "@/lib/platform/crypto";
import { DomainError, notFound } from "@/lib/platform/errors";
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

/** What an invitation's page shows; null for a token that is unknown, used, revoked or too old. */
export async function findInvitation(token: string) {
  return transaction({ kind: "anonymous", organizationId: null }, async (tx) => {
    const [row] = await tx
      .select({ email: invitations.email, role: invitations.role, organization: organizations.name })
      .from(invitations)
      .innerJoin(organizations, eq(organizations.id, invitations.organizationId))
      .where(open(token));
    return row ?? null;
  });
}

/**
 * Joins the organization with the invited role, once. A person who already has an account joins with its password.
 * @throws DomainError not_found for a token that no longer counts, invalid `wrongCredentials`
 */
export const acceptInvitation = verb("invitation.accept", AcceptInvitationInput, async (tx, ctx, input) => {
  const [invitation] = await tx.select().from(invitations).where(open(input.token)).for("update");
  if (!invitation) throw notFound();
  const { organizationId, role, clientId, email } = invitation;
  await actAs(tx, { kind: "anonymous", organizationId });
  const userId = await accountFor(tx, email, input);
  await tx.insert(memberships).values({ organizationId, userId, role, clientId });
  await tx.update(invitations).set({ acceptedAt: clock.now() }).where(eq(invitations.id, invitation.id));
  await ctx.audit({ action: "user.join", subjectType: "user", subjectId: userId, after: { role, clientId } });
  await ctx.emit({ type: "user.joined", subjectId: userId });
  return { organizationId, userId };
});

async function accountFor(tx: Tx, email: string, input: { name: string; password: string }): Promise<string> {
  const [existing] = await tx.select().from(users).where(eq(users.email, email));
  if (existing) {
    if (!(await verifyPassword(existing.passwordHash, input.password)))
      throw new DomainError("invalid", "checkFields", { password: "wrongCredentials" });
    return existing.id;
  }
  const id = newId();
  await tx
    .insert(users)
    .values({ id, email, name: input.name, passwordHash: await hashPassword(input.password) });
  return id;
}
