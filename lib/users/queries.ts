import { and, asc, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { clients, customRoles, factors, invitations, memberships, users } from "@/db/schema";
import { roleOfMember } from "@/lib/auth/member-role";
import { clock } from "@/lib/platform/clock";
import { query } from "@/lib/platform/verb";

/** All members of the organization by name, deactivated ones too. */
export const listMembers = query("user.read", z.object({}), (tx) =>
  tx
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      role: memberships.role,
      customRoleId: memberships.customRoleId,
      /** The name of a custom role. */
      roleName: customRoles.name,
      status: memberships.status,
      clientId: memberships.clientId,
      clientName: clients.name,
      createdAt: memberships.createdAt,
      /** How many second factors the member has. */
      factors: sql<number>`(select count(*)::integer from ${factors} where ${factors.organizationId} = ${memberships.organizationId}
        and ${factors.userId} = ${memberships.userId} and ${factors.confirmedAt} is not null)`,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .leftJoin(customRoles, roleOfMember)
    .leftJoin(
      clients,
      and(eq(clients.organizationId, memberships.organizationId), eq(clients.id, memberships.clientId)),
    )
    .orderBy(asc(users.name)),
);

/** Invitations that can still be accepted. */
export const listInvitations = query("user.read", z.object({}), (tx) =>
  tx
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      roleName: customRoles.name,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .leftJoin(customRoles, eq(customRoles.id, invitations.customRoleId))
    .where(
      and(
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, clock.now()),
      ),
    )
    .orderBy(desc(invitations.createdAt)),
);
