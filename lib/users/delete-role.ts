import { and, eq, gt, isNull } from "drizzle-orm";
import { customRoles, invitations, memberships } from "@/db/schema";
import { refuseBeyond } from "@/lib/auth/member-role";
import { customRole } from "@/lib/core/custom-roles";
import { clock } from "@/lib/platform/clock";
import { conflict, notFound } from "@/lib/platform/errors";
import { together } from "@/lib/platform/together";
import { verb } from "@/lib/platform/verb";
import { RoleIdInput } from "./schemas";

/**
 * Deletes a role that nobody holds and no open invitation leads to.
 * @throws DomainError conflict `roleInUse`, `beyondOwnRights`; not_found
 */
export const deleteRole = verb("role.write", RoleIdInput, async (tx, ctx, { id }) => {
  const [role] = await tx.select().from(customRoles).where(eq(customRoles.id, id)).for("update");
  if (!role) throw notFound();
  refuseBeyond(ctx, customRole(role));
  const open = and(
    isNull(invitations.acceptedAt),
    isNull(invitations.revokedAt),
    gt(invitations.expiresAt, clock.now()),
  );
  const [held, invited] = await together([
    tx.select({ id: memberships.userId }).from(memberships).where(eq(memberships.customRoleId, id)).limit(1),
    tx
      .select({ id: invitations.id })
      .from(invitations)
      .where(and(eq(invitations.customRoleId, id), open))
      .limit(1),
  ]);
  if (held.length + invited.length > 0) throw conflict("roleInUse");
  await tx.delete(customRoles).where(eq(customRoles.id, id));
  const { name, permissions } = role;
  await ctx.audit({
    action: "role.delete",
    subjectType: "role",
    subjectId: id,
    before: { name, permissions },
  });
  await ctx.emit({ type: "role.deleted", subjectId: id });
  return { id };
});
