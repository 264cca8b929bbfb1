import { eq } from "drizzle-orm";
import { customRoles } from "@/db/schema";
import { refuseBeyond } from "@/lib/auth/member-role";
import { customRole, withNeeded } from "@/lib/core/custom-roles";
import { verb } from "@/lib/platform/verb";
import { refuseTakenName } from "./role-name";
import { RoleInput } from "./schemas";

/**
 * Makes a role of some permissions, and of what those need. The same id sent twice makes one role.
 * @throws DomainError invalid `roleNameTaken`; conflict `beyondOwnRights`
 */
export const createRole = verb(
  "role.write",
  RoleInput,
  async (tx, ctx, { id, name, permissions: chosen }) => {
    const [known] = await tx.select({ id: customRoles.id }).from(customRoles).where(eq(customRoles.id, id));
    if (known) {
      ctx.unchanged();
      return { id };
    }
    const permissions = withNeeded(chosen);
    refuseBeyond(ctx, customRole({ id, name, permissions }));
    await refuseTakenName(tx, id, name);
    await tx.insert(customRoles).values({ id, name, permissions });
    await ctx.audit({
      action: "role.create",
      subjectType: "role",
      subjectId: id,
      after: { name, permissions },
    });
    await ctx.emit({ type: "role.created", subjectId: id });
    return { id };
  },
);
