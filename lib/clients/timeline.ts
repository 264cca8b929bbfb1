import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { domainEvents, invoices, payments, users } from "@/db/schema";
import { id } from "@/lib/core/fields";
import { query } from "@/lib/platform/verb";

const SHOWN = 20;

/** The latest events of each kind of subject, each found by an index of its own. */
const latestOf = (clientId: string) => sql`(
  (select e.id from ${domainEvents} e where e.subject_id = ${clientId} order by e.id desc limit ${SHOWN})
  union
  (select e.id from ${domainEvents} e
    join ${invoices} i on i.organization_id = e.organization_id and i.id = e.invoice_id
    where i.client_id = ${clientId} order by e.id desc limit ${SHOWN})
  union
  (select e.id from ${domainEvents} e
    join ${payments} p on p.organization_id = e.organization_id and p.id = e.subject_id
    where p.client_id = ${clientId} and e.invoice_id is null order by e.id desc limit ${SHOWN}))`;

/**
 * The last things that happened with a client, newest first: to its documents, its payments, its own data. Each names
 * the document that it is about, where it is about one.
 */
export const clientTimeline = query("overview.read", z.object({ id }), (tx, _ctx, { id: clientId }) =>
  tx
    .select({
      id: domainEvents.id,
      type: domainEvents.type,
      payload: domainEvents.payload,
      actorKind: domainEvents.actorKind,
      actorName: users.name,
      createdAt: domainEvents.createdAt,
      invoiceId: domainEvents.invoiceId,
      kind: invoices.kind,
      number: invoices.number,
    })
    .from(domainEvents)
    .leftJoin(
      invoices,
      and(eq(invoices.organizationId, domainEvents.organizationId), eq(invoices.id, domainEvents.invoiceId)),
    )
    .leftJoin(users, eq(users.id, domainEvents.actorId))
    .where(inArray(domainEvents.id, latestOf(clientId)))
    .orderBy(desc(domainEvents.id))
    .limit(SHOWN),
);
