import { eq } from "drizzle-orm";
import { customRoles } from "@/db/schema";
import { refuseBeyond } from "@/lib/auth/member-role";
import { customRole, withNeeded } from "@/lib/core/custom-roles";
import { changes } from "@/lib/platform/audit";
import { clock } from "@/lib/platform/clock";
import { conflict, notFound } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { refuseTakenName } from "./role-name";
import { UpdateRoleInput } from "./schemas";

/**
 * Changes a role, which counts for whoever holds it from their next request on. When it has come to allow more, the
 * database ends their sessions.
 * @throws DomainError invalid `roleNameTaken`; conflict `changedElsewhere`; conflict `beyondOwnRights` when the role
 * may or would more than whoever changes it, so that nobody gains anything by their own role
 */
export const updateRole = verb("role.write", UpdateRoleInput, async (tx, ctx, input) => {
  const { id, name, version } = input;
  const [before] = await tx.select().from(customRoles).where(eq(customRoles.id, id)).for("update");
  if (!before) throw notFound();
  if (before.version !== version) throw conflict("changedElsewhere");
  const permissions = withNeeded(input.permissions);
  refuseBeyond(ctx, customRole(before), customRole({ id, name, permissions }));
  const changed = changes({ name: before.name, permissions: before.permissions }, { name, permissions });
  if (Object.keys(changed.after).length === 0) {
    ctx.unchanged();
    return { id, version };
  }
  await refuseTakenName(tx, id, name);
  await tx
    .update(customRoles)
    .set({ name, permissions, version: version + 1, updatedAt: clock.now() })
    .where(eq(customRoles.id, id));
  const without = (some: readonly string[], others: readonly string[]) =>
    some.filter((permission) => !others.includes(permission));
  await ctx.audit({
    action: "role.update",
    subjectType: "role",
    subjectId: id,
    before: changed.before,
    after: {
      ...changed.after,
      added: without(permissions, before.permissions),
      removed: without(before.permissions, permissions),
    },
  });
  await ctx.emit({ type: "role.updated", subjectId: id });
  return { id, version: version + 1 };
});
