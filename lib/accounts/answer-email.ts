import { and, eq, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { emailChanges, users } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { actAs, transaction } from "@/lib/platform/context";
import { hashToken } from "@/lib/platform/crypto";
import { conflict } from "@/lib/platform/errors";
import { type VerbCtx, verb } from "@/lib/platform/verb";
import { type Side, waits } from "./change-email";
import { auditEverywhere, lockUser, revokeResets } from "./own";
import { EmailChangeTokenInput } from "./schemas";

type Change = typeof emailChanges.$inferSelect;

const byToken = (hash: string) =>
  and(or(eq(emailChanges.oldTokenHash, hash), eq(emailChanges.newTokenHash, hash)), waits());

const sideOf = (change: Change, hash: string): Side => (change.oldTokenHash === hash ? "old" : "new");

/** What a link's page shows: both addresses, whose link it is, and who has agreed. Null for a link that has ended. */
export const findEmailChange = (token: string) =>
  transaction({ kind: "anonymous", organizationId: null }, async (tx) => {
    const hash = hashToken(token);
    const [change] = await tx.select().from(emailChanges).where(byToken(hash));
    if (!change) return null;
    const side = sideOf(change, hash);
    const { oldEmail, newEmail, oldConfirmedAt, newConfirmedAt } = change;
    const [own, other] = side === "old" ? [oldConfirmedAt, newConfirmedAt] : [newConfirmedAt, oldConfirmedAt];
    return { side, oldEmail, newEmail, confirmed: own !== null, otherConfirmed: other !== null };
  });

async function lockChange(tx: Tx, token: string) {
  const hash = hashToken(token);
  const [found] = await tx.select().from(emailChanges).where(byToken(hash));
  if (!found) throw conflict("linkEnded");
  await actAs(tx, { kind: "anonymous", organizationId: found.organizationId });
  await lockUser(tx, found.userId);
  const [change] = await tx.select().from(emailChanges).where(byToken(hash)).for("update");
  if (!change) throw conflict("linkEnded");
  return { change, side: sideOf(change, hash), ofIt: eq(emailChanges.id, change.id) };
}

/**
 * One address agrees. When both have, the new one counts from now on; links that were sent to the old one end.
 * @throws DomainError conflict `linkEnded`, or `emailTaken` when the address has become another account's
 */
export const confirmEmail = verb(
  "account.confirmEmail",
  EmailChangeTokenInput,
  async (tx, ctx, { token }) => {
    const { change, side, ofIt } = await lockChange(tx, token);
    const now = clock.now();
    const confirmed = side === "old" ? { oldConfirmedAt: now } : { newConfirmedAt: now };
    const other = side === "old" ? change.newConfirmedAt : change.oldConfirmedAt;
    if (other === null) {
      await tx.update(emailChanges).set(confirmed).where(ofIt);
      await ctx.audit({ ...about(change, "account.confirm_email"), after: { side } });
      return { applied: false };
    }
    await tx
      .update(emailChanges)
      .set({ ...confirmed, appliedAt: now })
      .where(ofIt);
    await apply(tx, ctx, change);
    return { applied: true };
  },
);

/**
 * One address says no: nothing changes.
 * @throws DomainError conflict `linkEnded`
 */
export const cancelEmail = verb("account.confirmEmail", EmailChangeTokenInput, async (tx, ctx, { token }) => {
  const { change, side, ofIt } = await lockChange(tx, token);
  await tx.update(emailChanges).set({ cancelledAt: clock.now() }).where(ofIt);
  await ctx.audit({ ...about(change, "account.cancel_email"), after: { side } });
});

const about = ({ userId }: Change, action: string) => ({ action, subjectType: "user", subjectId: userId });

async function apply(tx: Tx, ctx: VerbCtx, { id, userId, organizationId, oldEmail, newEmail }: Change) {
  const [taken] = await tx.select({ id: users.id }).from(users).where(eq(users.email, newEmail));
  if (taken) throw conflict("emailTaken");
  const [changed] = await tx
    .update(users)
    .set({ email: newEmail })
    .where(and(eq(users.id, userId), eq(users.email, oldEmail)))
    .returning({ id: users.id });
  if (!changed) throw conflict("linkEnded");
  await revokeResets(tx, userId);
  await auditEverywhere(tx, ctx, organizationId, userId, {
    action: "account.change_email",
    before: { email: oldEmail },
    after: { email: newEmail },
  });
  await ctx.emit({ type: "email.changed", subjectId: id });
}
