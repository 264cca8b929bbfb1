import { and, asc, eq, isNotNull, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import {
  auditLog,
  deliveries,
  emailChanges,
  factors,
  memberships,
  organizations,
  passwordResets,
  sessions,
  users,
} from "@/db/schema";
import { dateIn } from "@/lib/core/dates";
import { clock } from "@/lib/platform/clock";
import { type Ctx, transaction } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { type ExportSource, jsonText, readmeText } from "./export-source";

/** All that is held on a person who signs in, as JSON. Their sign-in is one for all of their organizations. */
export async function userSource(ctx: Ctx, userId: string): Promise<ExportSource> {
  const texts = async () => {
    const { organizationId } = ctx.actor;
    const account = await transaction({ kind: "anonymous", organizationId }, (tx) => accountOf(tx, userId), {
      readOnly: true,
    });
    const { organization, ...here } = await transaction(
      ctx.actor,
      (tx) => traceOf(tx, userId, account.profile.email),
      {
        readOnly: true,
      },
    );
    const sections = { ...account, ...here };
    const now = clock.now();
    const facts = { organization: organization.name, date: dateIn(now, organization.timeZone) };
    return [
      { path: "README.txt", text: readmeText("user", facts, Object.keys(sections)) },
      { path: "user.json", text: jsonText(userId, now, sections) },
    ];
  };
  return { documents: [], texts };
}

/** What is the person's own in whichever organization; as nobody, who alone sees across them. */
async function accountOf(tx: Tx, userId: string) {
  const [profile] = await tx
    .select({ id: users.id, name: users.name, email: users.email, createdAt: users.createdAt })
    .from(users)
    .where(eq(users.id, userId));
  if (!profile) throw notFound();
  return {
    profile,
    memberships: await tx
      .select({
        organization: organizations.name,
        role: memberships.role,
        clientId: memberships.clientId,
        status: memberships.status,
        since: memberships.createdAt,
      })
      .from(memberships)
      .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
      .where(eq(memberships.userId, userId)),
    sessions: await tx
      .select({
        id: sessions.id,
        userAgent: sessions.userAgent,
        ip: sessions.ip,
        createdAt: sessions.createdAt,
        lastUsedAt: sessions.lastUsedAt,
        expiresAt: sessions.expiresAt,
        revokedAt: sessions.revokedAt,
      })
      .from(sessions)
      .where(eq(sessions.userId, userId))
      .orderBy(asc(sessions.createdAt)),
  };
}

/** What the person left in the organization that is asked. */
async function traceOf(tx: Tx, userId: string, email: string) {
  const [organization] = await tx
    .select({ name: organizations.name, timeZone: organizations.timeZone })
    .from(organizations);
  if (!organization) throw notFound();
  return {
    organization,
    factors: await tx
      .select({
        kind: factors.kind,
        name: factors.name,
        createdAt: factors.createdAt,
        lastUsedAt: factors.lastUsedAt,
      })
      .from(factors)
      .where(and(eq(factors.userId, userId), isNotNull(factors.confirmedAt))),
    passwordResets: await tx
      .select({ createdAt: passwordResets.createdAt, usedAt: passwordResets.usedAt })
      .from(passwordResets)
      .where(eq(passwordResets.userId, userId)),
    emailChanges: await tx
      .select({
        oldEmail: emailChanges.oldEmail,
        newEmail: emailChanges.newEmail,
        createdAt: emailChanges.createdAt,
        appliedAt: emailChanges.appliedAt,
      })
      .from(emailChanges)
      .where(eq(emailChanges.userId, userId)),
    deliveries: await tx
      .select({
        id: deliveries.id,
        template: deliveries.template,
        recipient: deliveries.recipient,
        sentAt: deliveries.sentAt,
      })
      .from(deliveries)
      .where(eq(deliveries.recipient, email))
      .orderBy(asc(deliveries.id)),
    auditEntries: await tx
      .select()
      .from(auditLog)
      .where(or(eq(auditLog.actorId, userId), eq(auditLog.subjectId, userId)))
      .orderBy(asc(auditLog.id)),
  };
}
