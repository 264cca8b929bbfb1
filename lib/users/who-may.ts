import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { customRoles, memberships, users } from "@/db/schema";
import { roleOfMember, userRole } from "@/lib/auth/member-role";
import { may, type Permission } from "@/lib/core/permissions";
import { query } from "@/lib/platform/verb";

/** The active members who may do something. */
export async function whoMay(tx: Tx, permission: Permission): Promise<{ userId: string; email: string }[]> {
  const members = await tx
    .select({ userId: users.id, email: users.email, role: memberships.role, custom: customRoles })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .leftJoin(customRoles, roleOfMember)
    .where(eq(memberships.status, "active"));
  return members
    .filter(({ role, custom }) => may(userRole(role, custom), permission))
    .map(({ userId, email }) => ({ userId, email }));
}

/** How many people may approve refunds: with fewer than two, nobody approves what the one has asked for. */
export const countApprovers = query(
  "user.read",
  z.object({}),
  async (tx) => (await whoMay(tx, "refund.approve")).length,
);
