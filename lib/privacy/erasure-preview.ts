import { and, count, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clients, contacts, invoiceLinks, invoices, memberships, organizations } from "@/db/schema";
import { retainedUntil, retentionLaw, retentionYears } from "@/lib/core/retention";
import { notFound } from "@/lib/platform/errors";
import { query } from "@/lib/platform/verb";
import { openWith } from "./erasure-open";
import { ClientIdInput } from "./schemas";

/** What an erasure of a client would take, what it would keep until which day and by which law, and what is in its way. */
export const erasurePreview = query("privacy.read", ClientIdInput, async (tx, _ctx, { clientId }) => {
  const [client] = await tx
    .select({ id: clients.id, name: clients.name, erasedAt: clients.erasedAt })
    .from(clients)
    .where(eq(clients.id, clientId));
  const [organization] = await tx.select().from(organizations);
  if (!client || !organization) throw notFound();
  const { country, retentionYears: chosen } = organization;
  return {
    client,
    open: client.erasedAt ? [] : await openWith(tx, clientId),
    goes: await goes(tx, clientId),
    kept: await kept(tx, clientId, country, chosen),
    rule: { country, years: retentionYears(country, chosen), chosen: chosen !== null, ...lawOf(country) },
  };
});

const lawOf = (country: string) => {
  const { law, from } = retentionLaw(country);
  return { law, from };
};

async function goes(tx: Tx, clientId: string) {
  const of = async (rows: Promise<{ n: number }[]>) => (await rows)[0]?.n ?? 0;
  const ofClient = tx.select({ id: invoices.id }).from(invoices).where(eq(invoices.clientId, clientId));
  return {
    contacts: await of(tx.select({ n: count() }).from(contacts).where(eq(contacts.clientId, clientId))),
    drafts: await of(
      tx
        .select({ n: count() })
        .from(invoices)
        .where(and(eq(invoices.clientId, clientId), eq(invoices.lifecycle, "draft"))),
    ),
    links: await of(
      tx
        .select({ n: count() })
        .from(invoiceLinks)
        .where(and(isNull(invoiceLinks.revokedAt), inArray(invoiceLinks.invoiceId, ofClient))),
    ),
    people: await of(
      tx
        .select({ n: count() })
        .from(memberships)
        .where(and(eq(memberships.clientId, clientId), eq(memberships.status, "active"))),
    ),
  };
}

/** How many issued documents are kept until which day, the nearest first. */
async function kept(tx: Tx, clientId: string, country: string, chosen: number | null) {
  const rows = await tx
    .select({ issued: sql<string>`min(${invoices.issueDate})::text`, n: count() })
    .from(invoices)
    .where(and(eq(invoices.clientId, clientId), ne(invoices.lifecycle, "draft")))
    .groupBy(sql`extract(year from ${invoices.issueDate})`)
    .orderBy(sql`1`);
  return rows.map(({ issued, n }) => ({ count: n, until: retainedUntil(issued, country, chosen) }));
}

export type ErasurePreview = Awaited<ReturnType<typeof erasurePreview>>;
