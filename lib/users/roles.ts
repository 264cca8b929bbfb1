import { asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { customRoles, memberships, users } from "@/db/schema";
import { notFound } from "@/lib/platform/errors";
import { query } from "@/lib/platform/verb";
import { RoleIdInput } from "./schemas";

/** The organization's own roles by name, each with how many hold it. */
export const listRoles = query("role.read", z.object({}), (tx) =>
  tx
    .select({
      id: customRoles.id,
      name: customRoles.name,
      permissions: customRoles.permissions,
      version: customRoles.version,
      holders: sql<number>`(select count(*)::integer from ${memberships}
        where ${memberships.organizationId} = ${customRoles.organizationId} and ${memberships.customRoleId} = ${customRoles.id})`,
    })
    .from(customRoles)
    .orderBy(asc(sql`lower(${customRoles.name})`)),
);

/** A custom role with the names of those who hold it, deactivated ones too. */
export const getRole = query("role.read", RoleIdInput, async (tx, _ctx, { id }) => {
  const [role] = await tx.select().from(customRoles).where(eq(customRoles.id, id));
  if (!role) throw notFound();
  const holders = await tx
    .select({ userId: users.id, name: users.name, status: memberships.status })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.customRoleId, id))
    .orderBy(asc(users.name));
  return { ...role, holders };
});
