import { and, asc, eq, isNull, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { memberships, organizations, passwordResets, sessions, users } from "@/db/schema";
import type { UserActor } from "@/lib/platform/actor";
import type { AuditEntry } from "@/lib/platform/audit";
import { clock } from "@/lib/platform/clock";
import { actAs, type Ctx, transaction } from "@/lib/platform/context";
import { notFound, unauthenticated } from "@/lib/platform/errors";
import type { VerbCtx } from "@/lib/platform/verb";

/** @throws DomainError unauthenticated unless a user asks */
export function userOf(ctx: Ctx): UserActor {
  if (ctx.actor.kind !== "user") throw unauthenticated();
  return ctx.actor;
}

/** The signed-in person's own row, with the name of the organization. */
export async function ownUser(ctx: Ctx) {
  const { userId, organizationId } = userOf(ctx);
  return transaction({ kind: "anonymous", organizationId }, async (tx) => {
    const [row] = await tx
      .select({ user: users, organization: organizations.name })
      .from(users)
      .innerJoin(organizations, eq(organizations.id, organizationId))
      .where(eq(users.id, userId));
    if (!row) throw notFound();
    return row;
  });
}

/**
 * Writes an audit entry about a person into every organization that the person belongs to, for a password or an address
 * is the same in all of them. Afterwards the transaction acts as nobody in `home`.
 */
export async function auditEverywhere(
  tx: Tx,
  ctx: VerbCtx,
  home: string,
  userId: string,
  entry: Omit<AuditEntry, "subjectType" | "subjectId">,
): Promise<void> {
  await actAs(tx, { kind: "anonymous", organizationId: home });
  const rows = await tx
    .select({ organizationId: memberships.organizationId })
    .from(memberships)
    .where(eq(memberships.userId, userId))
    .orderBy(asc(memberships.organizationId));
  for (const { organizationId } of rows) {
    await actAs(tx, { kind: "anonymous", organizationId });
    await ctx.audit({ ...entry, subjectType: "user", subjectId: userId });
  }
  await actAs(tx, { kind: "anonymous", organizationId: home });
}

/** Locks a person's row. Taken before a link's, so that whoever makes a link and whoever uses one never wait crosswise. */
export async function lockUser(tx: Tx, userId: string) {
  const [user] = await tx.select().from(users).where(eq(users.id, userId)).for("update");
  if (!user) throw notFound();
  return user;
}

/** Ends a person's sessions in all organizations, except one. As nobody, whom the sessions' policy lets. Returns how many. */
export async function endSessions(tx: Tx, userId: string, except: string | null): Promise<number> {
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: clock.now() })
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        except ? ne(sessions.id, except) : undefined,
      ),
    )
    .returning({ id: sessions.id });
  return ended.length;
}

/** Takes back every link by which the person could still reset the password. */
export async function revokeResets(tx: Tx, userId: string): Promise<void> {
  await tx
    .update(passwordResets)
    .set({ revokedAt: clock.now() })
    .where(
      and(eq(passwordResets.userId, userId), isNull(passwordResets.usedAt), isNull(passwordResets.revokedAt)),
    );
}
