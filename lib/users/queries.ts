import { and, asc, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { clients, factors, invitations, memberships, users } from "@/db/schema";
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
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(
      and(
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, clock.now()),
      ),
    )
    .orderBy(desc(invitations.createdAt)),
);
