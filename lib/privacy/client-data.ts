import { and, asc, eq, inArray, ne, notInArray, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import {
  allocations,
  auditLog,
  clients,
  contacts,
  deliveries,
  domainEvents,
  invitations,
  invoiceLinks,
  invoices,
  memberships,
  organizations,
  paymentAttempts,
  payments,
  refunds,
  users,
} from "@/db/schema";
import { dateIn } from "@/lib/core/dates";
import { renderPdf } from "@/lib/documents/render-pdf";
import { documentViewOf } from "@/lib/documents/view";
import { attachmentsOf } from "@/lib/files/of-document";
import { getFile } from "@/lib/files/queries";
import { getInvoice, type InvoiceDetail } from "@/lib/invoices/detail";
import { openClient, openContact } from "@/lib/parties/client";
import { clock } from "@/lib/platform/clock";
import { type Ctx, transaction } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { type ExportSource, jsonText, readmeText } from "./export-source";

/** All that is held on a client: each issued document as a PDF, and every row about it as JSON. */
export async function clientSource(ctx: Ctx, clientId: string): Promise<ExportSource> {
  const ids = await transaction(
    ctx.actor,
    (tx) =>
      tx
        .select({ id: invoices.id, number: invoices.number, lifecycle: invoices.lifecycle })
        .from(invoices)
        .where(eq(invoices.clientId, clientId))
        .orderBy(asc(invoices.id)),
    { readOnly: true },
  );
  const details: unknown[] = [];
  const drawn = ids
    .filter(({ lifecycle }) => lifecycle !== "draft")
    .map(({ id, number }) => ({
      path: `${placeOf({ id, number })}.pdf`,
      render: async () => {
        const detail = await getInvoice(ctx, { id });
        details.push(documentData(detail));
        return renderPdf(documentViewOf(detail));
      },
    }));
  const attached = await transaction(ctx.actor, (tx) => attachmentsTo(tx, ids), { readOnly: true });
  const documents = [
    ...drawn,
    ...attached.map(({ path, fileId }) => ({
      path,
      render: async () => (await getFile(ctx, { id: fileId })).bytes,
    })),
  ];
  const texts = async () => {
    for (const { id, lifecycle } of ids)
      if (lifecycle === "draft") details.push(documentData(await getInvoice(ctx, { id })));
    const {
      organization,
      client,
      contacts: people,
      ...rest
    } = await transaction(ctx.actor, (tx) => rowsOf(tx, clientId), {
      readOnly: true,
    });
    const sections = { client, contacts: people, documents: details, ...rest };
    const now = clock.now();
    const facts = { organization: organization.name, date: dateIn(now, organization.timeZone) };
    return [
      { path: "README.txt", text: readmeText("client", facts, Object.keys(sections)) },
      { path: "client.json", text: jsonText(clientId, now, sections) },
    ];
  };
  return { documents, texts };
}

const placeOf = ({ id, number }: { id: string; number: string | null }) =>
  `documents/${(number ?? id).replace(/[^\w-]+/g, "-")}`;

/** The files that are attached to documents, each with its place in the archive: beside its document, by number. */
async function attachmentsTo(tx: Tx, ids: { id: string; number: string | null }[]) {
  const places: { path: string; fileId: string }[] = [];
  for (const document of ids)
    for (const [index, file] of (await attachmentsOf(tx, document.id)).entries())
      places.push({
        path: `${placeOf(document)}/${index + 1}-${file.name.replace(/[^\w.-]+/g, "-")}`,
        fileId: file.id,
      });
  return places;
}

/** A document with its lines and sums; who sells is in each issued one's snapshot. */
function documentData({ invoice, items, adjustments, taxes, plan, status, balanceMinor }: InvoiceDetail) {
  return { ...invoice, status, balanceMinor, items, adjustments, taxes, plan };
}

async function rowsOf(tx: Tx, clientId: string) {
  const [organization] = await tx
    .select({ name: organizations.name, timeZone: organizations.timeZone })
    .from(organizations);
  const [client] = await tx.select().from(clients).where(eq(clients.id, clientId));
  if (!organization || !client) throw notFound();
  const ofClient = tx.select({ id: invoices.id }).from(invoices).where(eq(invoices.clientId, clientId));
  const paid = tx.select({ id: payments.id }).from(payments).where(eq(payments.clientId, clientId));
  const people = tx
    .select({ id: memberships.userId })
    .from(memberships)
    .where(eq(memberships.clientId, clientId));
  const about = or(
    eq(domainEvents.subjectId, clientId),
    inArray(domainEvents.invoiceId, ofClient),
    inArray(domainEvents.subjectId, paid),
  );
  // Messages about the client that went to the organization's own people are about those as well.
  const staff = tx
    .select({ email: users.email })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .where(ne(memberships.role, "client"));
  const { taxNumberHash, ...known } = openClient(client);
  return {
    organization,
    client: known,
    contacts: (await tx.select().from(contacts).where(eq(contacts.clientId, clientId))).map(openContact),
    payments: await tx
      .select()
      .from(payments)
      .where(eq(payments.clientId, clientId))
      .orderBy(asc(payments.id)),
    allocations: await tx
      .select()
      .from(allocations)
      .where(inArray(allocations.invoiceId, ofClient))
      .orderBy(asc(allocations.id)),
    refunds: await tx.select().from(refunds).where(inArray(refunds.paymentId, paid)).orderBy(asc(refunds.id)),
    paymentAttempts: await tx
      .select({
        id: paymentAttempts.id,
        invoiceId: paymentAttempts.invoiceId,
        gateway: paymentAttempts.gateway,
        amountMinor: paymentAttempts.amountMinor,
        currency: paymentAttempts.currency,
        state: paymentAttempts.state,
        createdAt: paymentAttempts.createdAt,
      })
      .from(paymentAttempts)
      .where(inArray(paymentAttempts.invoiceId, ofClient)),
    links: await tx
      .select({
        id: invoiceLinks.id,
        invoiceId: invoiceLinks.invoiceId,
        createdAt: invoiceLinks.createdAt,
        revokedAt: invoiceLinks.revokedAt,
      })
      .from(invoiceLinks)
      .where(inArray(invoiceLinks.invoiceId, ofClient)),
    portalUsers: await tx
      .select({
        id: users.id,
        name: users.name,
        email: users.email,
        status: memberships.status,
        since: memberships.createdAt,
      })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(eq(memberships.clientId, clientId)),
    invitations: await tx
      .select({
        id: invitations.id,
        email: invitations.email,
        createdAt: invitations.createdAt,
        acceptedAt: invitations.acceptedAt,
      })
      .from(invitations)
      .where(eq(invitations.clientId, clientId)),
    deliveries: await tx
      .select({
        id: deliveries.id,
        invoiceId: deliveries.invoiceId,
        channel: deliveries.channel,
        template: deliveries.template,
        recipient: deliveries.recipient,
        state: deliveries.state,
        sentAt: deliveries.sentAt,
      })
      .from(deliveries)
      .innerJoin(domainEvents, eq(domainEvents.id, deliveries.eventId))
      .where(and(about, notInArray(deliveries.recipient, staff)))
      .orderBy(asc(deliveries.id)),
    events: await tx.select().from(domainEvents).where(about).orderBy(asc(domainEvents.id)),
    auditEntries: await tx
      .select()
      .from(auditLog)
      .where(
        and(
          ne(auditLog.subjectType, "organization"),
          or(
            eq(auditLog.subjectId, clientId),
            inArray(auditLog.subjectId, ofClient),
            inArray(auditLog.subjectId, paid),
            inArray(auditLog.subjectId, people),
          ),
        ),
      )
      .orderBy(asc(auditLog.id)),
  };
}
