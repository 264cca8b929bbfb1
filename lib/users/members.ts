import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { memberships } from "@/db/schema";
import { memberRole, refuseBeyond } from "@/lib/auth/member-role";
import type { Ctx } from "@/lib/platform/context";
import { conflict, notFound } from "@/lib/platform/errors";

/**
 * Locks a membership, and all active admins with it, so that two admins can't remove each other at once.
 * @throws DomainError conflict `ownAccount`, `beyondOwnRights` for a member who may more than the actor, or `lastAdmin`
 * when the change would take the last admin's rights away
 */
export async function lockMember(tx: Tx, ctx: Ctx, userId: string, staysAdmin: boolean) {
  const admins = await tx
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(and(eq(memberships.role, "admin"), eq(memberships.status, "active")))
    .orderBy(memberships.userId)
    .for("update");
  const [member] = await tx.select().from(memberships).where(eq(memberships.userId, userId)).for("update");
  if (!member) throw notFound();
  if (ctx.actor.kind === "user" && ctx.actor.userId === userId) throw conflict("ownAccount");
  const role = await memberRole(tx, userId);
  refuseBeyond(ctx, role);
  if (!staysAdmin && admins.every((admin) => admin.userId === userId)) throw conflict("lastAdmin");
  return { ...member, roleName: typeof role === "string" ? role : role.name };
}
