import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import {
  clients,
  contacts,
  dataExports,
  instalments,
  invitations,
  invoiceAdjustments,
  invoiceItems,
  invoices,
  invoiceTaxes,
  memberships,
  users,
} from "@/db/schema";
import { userOf } from "@/lib/accounts/own";
import { actAs, systemCtx } from "@/lib/platform/context";
import { conflict, invalid, notFound } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { openWith } from "./erasure-open";
import { forgetAccess } from "./forget-access";
import { forgetClient } from "./forget-client";
import {
  eventsOfClient,
  forgetInEvents,
  forgetRecipients,
  forgetTexts,
  namedRecipients,
} from "./forget-trail";
import { forgetUser } from "./forget-user";
import { EraseClientInput } from "./schemas";

/**
 * Erases a client: all that no law has kept goes or loses its names, in one transaction. Issued documents, payments and
 * the journal stay; the documents' buyer until the retention run takes it. There is no way back.
 * @throws DomainError invalid `nameDiffers`; conflict `erased`, or why it can't be yet: `erasureOwed`, `erasureCredit`,
 * `erasureRefund`, `erasureScheduled`
 */
export const eraseClient = verb(
  "privacy.erase",
  EraseClientInput,
  async (tx, ctx, { clientId, confirmation }) => {
    const { organizationId } = userOf(ctx);
    await actAs(tx, systemCtx(organizationId, "erasure").actor);
    const [client] = await tx.select().from(clients).where(eq(clients.id, clientId)).for("update");
    if (!client) throw notFound();
    if (client.erasedAt) throw conflict("erased");
    if (confirmation !== client.name) throw invalid("confirmation", "nameDiffers");
    const [open] = await openWith(tx, clientId);
    if (open) throw conflict(open.problem);
    const drafts = await deleteDrafts(tx, clientId);
    const people = await peopleOf(tx, clientId);
    const about = eventsOfClient(tx, clientId);
    const emails = [...people.emails, ...(await namedRecipients(tx, about))];
    await forgetRecipients(tx, clientId, emails, about);
    await forgetInEvents(tx, about);
    await forgetAccess(tx, clientId);
    await forgetClient(tx, clientId);
    await forgetTexts(tx, clientId);
    await tx.delete(invitations).where(eq(invitations.clientId, clientId));
    await tx
      .delete(dataExports)
      .where(and(eq(dataExports.subjectType, "client"), eq(dataExports.subjectId, clientId)));
    for (const userId of people.users) {
      const erased = await forgetUser(tx, organizationId, userId);
      await ctx.audit({ action: "user.erase", subjectType: "user", subjectId: userId, after: { erased } });
    }
    await ctx.audit({
      action: "client.erase",
      subjectType: "client",
      subjectId: clientId,
      after: { drafts, people: people.users.length },
    });
    await ctx.emit({ type: "client.erased", subjectId: clientId });
    return { clientId };
  },
);

async function deleteDrafts(tx: Tx, clientId: string): Promise<number> {
  const drafts = await tx
    .select({ id: invoices.id })
    .from(invoices)
    .where(and(eq(invoices.clientId, clientId), eq(invoices.lifecycle, "draft")))
    .for("update");
  const ids = drafts.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await tx.delete(invoiceItems).where(inArray(invoiceItems.invoiceId, ids));
  await tx.delete(invoiceAdjustments).where(inArray(invoiceAdjustments.invoiceId, ids));
  await tx.delete(invoiceTaxes).where(inArray(invoiceTaxes.invoiceId, ids));
  await tx.delete(instalments).where(inArray(instalments.invoiceId, ids));
  await tx.delete(invoices).where(inArray(invoices.id, ids));
  return ids.length;
}

/** Who signs in for the client, and every address that it is or was written to at. */
async function peopleOf(tx: Tx, clientId: string) {
  const members = await tx
    .select({ userId: users.id, email: users.email })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.clientId, clientId));
  const others = await tx
    .select({ email: contacts.email })
    .from(contacts)
    .where(eq(contacts.clientId, clientId));
  const invited = await tx
    .select({ email: invitations.email })
    .from(invitations)
    .where(eq(invitations.clientId, clientId));
  const issued = await tx
    .select({ buyer: invoices.buyer })
    .from(invoices)
    .where(eq(invoices.clientId, clientId));
  const emails = [...members, ...others, ...invited].map(({ email }) => email);
  return {
    users: members.map(({ userId }) => userId),
    emails: [...emails, ...issued.flatMap(({ buyer }) => buyer?.email ?? [])],
  };
}
