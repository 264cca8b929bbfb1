import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { customRoles, memberships } from "@/db/schema";
import { customRole, goesBeyond } from "@/lib/core/custom-roles";
import type { UserRole } from "@/lib/core/permissions";
import type { Ctx } from "@/lib/platform/context";
import { conflict, notFound } from "@/lib/platform/errors";

/** A membership's custom role: a condition for a left join. */
export const roleOfMember = and(
  eq(customRoles.organizationId, memberships.organizationId),
  eq(customRoles.id, memberships.customRoleId),
);

/** What a member is, of a membership that was read with its custom role. */
export function userRole(
  role: (typeof memberships.$inferSelect)["role"],
  custom: typeof customRoles.$inferSelect | null,
): UserRole {
  if (role !== "custom") return role;
  if (!custom) throw new Error("A membership names a custom role that is not there");
  return customRole(custom);
}

/**
 * What a member of the organization is now.
 * @throws DomainError not_found for somebody who is none
 */
export async function memberRole(tx: Tx, userId: string): Promise<UserRole> {
  const [member] = await tx
    .select({ role: memberships.role, custom: customRoles })
    .from(memberships)
    .leftJoin(customRoles, roleOfMember)
    .where(eq(memberships.userId, userId));
  if (!member) throw notFound();
  return userRole(member.role, member.custom);
}

/**
 * Nobody gives a role, takes one away or changes one that may more than they may themselves.
 * @throws DomainError conflict `beyondOwnRights`
 */
export function refuseBeyond({ actor }: Ctx, ...roles: readonly UserRole[]): void {
  if (actor.kind === "user" && roles.some((role) => goesBeyond(role, actor.role)))
    throw conflict("beyondOwnRights");
}
