import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { customRoles } from "@/db/schema";
import { refuseBeyond, userRole } from "@/lib/auth/member-role";
import { type Role, roles } from "@/lib/core/permissions";
import type { Ctx } from "@/lib/platform/context";
import { invalid } from "@/lib/platform/errors";

type GivenRole = { role: Role | "custom"; customRoleId: string | null; roleName: string };

/**
 * The columns of a role that a form names: a built-in one, or a custom one by its id, which stays while it is given.
 * @throws DomainError invalid `roleGone`; conflict `beyondOwnRights` for one that may more than its giver
 */
export async function givenRole(tx: Tx, ctx: Ctx, named: string): Promise<GivenRole> {
  const builtIn = roles.find((role) => role === named);
  if (builtIn) {
    refuseBeyond(ctx, builtIn);
    return { role: builtIn, customRoleId: null, roleName: builtIn };
  }
  const [custom] = await tx.select().from(customRoles).where(eq(customRoles.id, named));
  if (!custom) throw invalid("role", "roleGone");
  refuseBeyond(ctx, userRole("custom", custom));
  return { role: "custom", customRoleId: custom.id, roleName: custom.name };
}
