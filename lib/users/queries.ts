import { and, asc, desc, eq, gt, isNull } from "drizzle-orm";
import { z } from "zod";
import { clients, invitations, memberships, users } from "@/db/schema";
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
