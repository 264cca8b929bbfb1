import { and, eq, isNull } from "drizzle-orm";
import { clients, invitations, memberships, users } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { deriveToken, hashToken } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";
import { invalid } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { givenRole } from "./given-role";
import { InviteInput } from "./schemas";

const VALID_DAYS = 7;

/** The token in an invitation's link: derived from its id, so that only a hash needs to be stored. */
export const invitationToken = (id: string): string => deriveToken("invitation", id, env().AUTH_SECRET);

/**
 * Invites a person by email, for a week. An invitation that is still open for the address is replaced.
 * @throws DomainError invalid `alreadyMember`, `roleGone` or `clientGone`; conflict `beyondOwnRights`
 */
export const inviteUser = verb("user.invite", InviteInput, async (tx, ctx, input) => {
  const { id, email, clientId } = input;
  if (ctx.actor.kind !== "user") throw new Error("Only a user invites");
  const [member] = await tx
    .select({ id: users.id })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .where(eq(users.email, email));
  if (member) throw invalid("email", "alreadyMember");
  const { role, customRoleId, roleName } = await givenRole(tx, ctx, input.role);
  if (clientId) {
    const [client] = await tx.select({ id: clients.id }).from(clients).where(eq(clients.id, clientId));
    if (!client) throw invalid("clientId", "clientGone");
  }
  const [again] = await tx.select({ id: invitations.id }).from(invitations).where(eq(invitations.id, id));
  if (again) {
    ctx.unchanged();
    return { id };
  }
  const now = clock.now();
  await tx
    .update(invitations)
    .set({ revokedAt: now })
    .where(and(eq(invitations.email, email), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)));
  await tx.insert(invitations).values({
    id,
    email,
    role,
    customRoleId,
    clientId: clientId ?? null,
    tokenHash: hashToken(invitationToken(id)),
    invitedBy: ctx.actor.userId,
    expiresAt: new Date(now.getTime() + VALID_DAYS * 86_400_000),
  });
  await ctx.audit({
    action: "user.invite",
    subjectType: "invitation",
    subjectId: id,
    after: { role: roleName, clientId },
  });
  await ctx.emit({ type: "user.invited", subjectId: id });
  return { id };
});
