import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import {
  dataExports,
  domainEvents,
  emailChanges,
  factors,
  invitations,
  memberships,
  passwordResets,
  recoveryCodes,
  sessions,
  users,
} from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { actAs, systemCtx } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { forgetInEvents, forgetRecipients } from "./forget-trail";
import { formerUserName, unroutableEmail } from "./pseudonym";

/** No hash of anything: no password is ever right. */
const NO_PASSWORD = { passwordHash: "erased", pepperVersion: null };

/**
 * Takes a person out of an organization for good: sign-ins, factors and messages go, the membership stays deactivated,
 * since rows name it. Who belongs to no other organization is erased as a person as well; returns whether that was so.
 * Afterwards the transaction acts as the organization's system.
 */
export async function forgetUser(tx: Tx, organizationId: string, userId: string): Promise<boolean> {
  const system = systemCtx(organizationId, "erasure").actor;
  await actAs(tx, { kind: "anonymous", organizationId });
  const [user] = await tx.select().from(users).where(eq(users.id, userId)).for("update");
  if (!user) throw notFound();
  const [elsewhere] = await tx
    .select({ id: memberships.organizationId })
    .from(memberships)
    .where(and(eq(memberships.userId, userId), ne(memberships.organizationId, organizationId)))
    .limit(1);
  await actAs(tx, system);
  await forgetHere(tx, userId, user.email);
  if (!elsewhere) {
    await actAs(tx, { kind: "anonymous", organizationId });
    await tx
      .update(users)
      .set({
        name: formerUserName(userId),
        email: unroutableEmail(userId),
        ...NO_PASSWORD,
        erasedAt: clock.now(),
      })
      .where(eq(users.id, userId));
    await actAs(tx, system);
  }
  return !elsewhere;
}

async function forgetHere(tx: Tx, userId: string, email: string): Promise<void> {
  await tx
    .update(memberships)
    .set({ status: "deactivated" })
    .where(and(eq(memberships.userId, userId), eq(memberships.status, "active")));
  const changed = await tx
    .delete(emailChanges)
    .where(eq(emailChanges.userId, userId))
    .returning({ id: emailChanges.id, old: emailChanges.oldEmail, other: emailChanges.newEmail });
  const resets = await tx
    .delete(passwordResets)
    .where(eq(passwordResets.userId, userId))
    .returning({ id: passwordResets.id });
  const emails = [email, ...changed.flatMap(({ old, other }) => [old, other])];
  const invited = await tx
    .delete(invitations)
    .where(inArray(invitations.email, emails))
    .returning({ id: invitations.id });
  await tx.delete(factors).where(eq(factors.userId, userId));
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await tx.delete(sessions).where(eq(sessions.userId, userId));
  await tx
    .delete(dataExports)
    .where(and(eq(dataExports.subjectType, "user"), eq(dataExports.subjectId, userId)));
  const subjects = [userId, ...[...changed, ...resets, ...invited].map(({ id }) => id)];
  await forgetInEvents(tx, sql`${inArray(domainEvents.subjectId, subjects)}`);
  // To staff go messages about other things than themselves, too.
  await forgetRecipients(tx, userId, emails, sql`true`);
}
