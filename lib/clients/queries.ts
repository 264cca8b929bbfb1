import { and, asc, desc, eq, ilike, isNull, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { clients, contacts, invoiceBalances } from "@/db/schema";
import { id } from "@/lib/core/fields";
import { pageOf } from "@/lib/core/page";
import { over } from "@/lib/core/problem";
import { notFound } from "@/lib/platform/errors";
import { query } from "@/lib/platform/verb";
import { ListClientsInput } from "./schemas";

export const PAGE = 50;

const primary = and(
  eq(contacts.organizationId, clients.organizationId),
  eq(contacts.clientId, clients.id),
  eq(contacts.isPrimary, true),
);

const sortKey = sql<string>`lower(${clients.name})`;
const key = sql`(${sortKey}, ${clients.id})`;

/** A page of clients by name, with what each owes in its own currency (minor units). */
export const listClients = query("client.read", ListClientsInput, async (tx, _ctx, input) => {
  const { search, after, before } = input;
  const owed = tx
    .select({ total: sql<string>`coalesce(sum(${invoiceBalances.balanceMinor}), 0)` })
    .from(invoiceBalances)
    .where(
      and(
        eq(invoiceBalances.organizationId, clients.organizationId),
        eq(invoiceBalances.clientId, clients.id),
        eq(invoiceBalances.currency, clients.currency),
        ne(invoiceBalances.balanceMinor, 0n),
      ),
    );
  const rows = await tx
    .select({
      id: clients.id,
      name: clients.name,
      city: clients.city,
      country: clients.country,
      currency: clients.currency,
      email: contacts.email,
      sortKey,
      owedMinor: sql<string>`(${owed})`.mapWith(BigInt),
    })
    .from(clients)
    .leftJoin(contacts, primary)
    .where(
      and(
        isNull(clients.archivedAt),
        search ? ilike(clients.name, `%${search.replace(/[\\%_]/g, "\\$&")}%`) : undefined,
        after ? sql`${key} > (${after.name}, ${after.id}::uuid)` : undefined,
        before ? sql`${key} < (${before.name}, ${before.id}::uuid)` : undefined,
      ),
    )
    .orderBy(...(before ? [desc(sortKey), desc(clients.id)] : [asc(sortKey), asc(clients.id)]))
    .limit(PAGE + 1);
  const page = pageOf(rows, PAGE, { forwards: Boolean(after), backwards: Boolean(before) });
  const keyOf = (row: (typeof rows)[number] | null) => row && { name: row.sortKey, id: row.id };
  return { rows: page.rows, next: keyOf(page.next), previous: keyOf(page.previous) };
});

/** A client with its primary contact. */
export const getClient = query("client.read", z.object({ id }), async (tx, _ctx, input) => {
  const [row] = await tx
    .select({ client: clients, contact: contacts })
    .from(clients)
    .leftJoin(contacts, primary)
    .where(eq(clients.id, input.id));
  if (!row) throw notFound();
  return row;
});

/** What a client owes, per currency (minor units); nothing where nothing is owed. */
export const clientOwed = query("client.read", z.object({ id }), (tx, _ctx, input) =>
  tx
    .select({
      currency: invoiceBalances.currency,
      balanceMinor: sql<string>`sum(${invoiceBalances.balanceMinor})`.mapWith(BigInt),
    })
    .from(invoiceBalances)
    .where(and(eq(invoiceBalances.clientId, input.id), ne(invoiceBalances.balanceMinor, 0n)))
    .groupBy(invoiceBalances.currency)
    .orderBy(asc(invoiceBalances.currency)),
);

const choice = {
  id: clients.id,
  name: clients.name,
  currency: clients.currency,
  paymentTermsDays: clients.paymentTermsDays,
  email: contacts.email,
  taxNumber: clients.taxNumber,
  addressLine1: clients.addressLine1,
  addressLine2: clients.addressLine2,
  postalCode: clients.postalCode,
  city: clients.city,
  region: clients.region,
  country: clients.country,
};

/** The first clients whose name contains the text, for choosing one. */
export const searchClients = query(
  "client.read",
  z.object({ search: z.string().max(100, over("tooLong", 100)) }),
  async (tx, _ctx, { search }) =>
    tx
      .select(choice)
      .from(clients)
      .leftJoin(contacts, primary)
      .where(and(isNull(clients.archivedAt), ilike(clients.name, `%${search.replace(/[\\%_]/g, "\\$&")}%`)))
      .orderBy(asc(sortKey))
      .limit(20),
);

/** One client, as it is chosen. */
export const getClientChoice = query("client.read", z.object({ id }), async (tx, _ctx, input) => {
  const [client] = await tx
    .select(choice)
    .from(clients)
    .leftJoin(contacts, primary)
    .where(eq(clients.id, input.id));
  if (!client) throw notFound();
  return client;
});
