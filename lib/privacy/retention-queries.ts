import { desc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { customRoles, memberships, organizations, retentionRuns, users } from "@/db/schema";
import { nextRetention, retentionLaw, retentionYears } from "@/lib/core/retention";
import { clock } from "@/lib/platform/clock";
import { notFound } from "@/lib/platform/errors";
import { query } from "@/lib/platform/verb";

const SHOWN = 10;

/** By which law documents are kept and for how long, when retention runs next, and what its last runs took. */
export const getRetention = query("privacy.read", z.object({}), async (tx) => {
  const [organization] = await tx.select().from(organizations);
  if (!organization) throw notFound();
  const { country, name, retentionYears: chosen } = organization;
  const runs = await tx
    .select({
      id: retentionRuns.id,
      startedAt: retentionRuns.startedAt,
      finishedAt: retentionRuns.finishedAt,
      counts: retentionRuns.counts,
      requestedBy: users.name,
    })
    .from(retentionRuns)
    .leftJoin(users, eq(users.id, retentionRuns.requestedBy))
    .orderBy(desc(retentionRuns.id))
    .limit(SHOWN);
  const { law, from, years } = retentionLaw(country);
  return {
    organization: name,
    country,
    law,
    from,
    lawYears: years,
    chosen,
    years: retentionYears(country, chosen),
    next: nextRetention(clock.now()),
    runs,
  };
});

/** Everybody who belongs to the organization and is not erased. */
export const listErasable = query("privacy.read", z.object({}), (tx) =>
  tx
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      role: memberships.role,
      /** The name of a custom role. */
      roleName: customRoles.name,
      status: memberships.status,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .leftJoin(customRoles, eq(customRoles.id, memberships.customRoleId))
    .where(isNull(users.erasedAt))
    .orderBy(users.name),
);
