import { and, asc, desc, eq, ilike, inArray, isNull, ne, or, sql } from "drizzle-orm";
import { z } from "zod";
import { clients, contacts, invoiceBalances } from "@/db/schema";
import { id } from "@/lib/core/fields";
import { pageOf } from "@/lib/core/page";
import { over } from "@/lib/core/problem";
import { cityOf, openClient, openContact, taxNumberHashes } from "@/lib/parties/client";
import { type Ctx, organizationOf } from "@/lib/platform/context";
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

/** Clients whose name contains the text, or whose tax number is exactly that. */
function matches(ctx: Ctx, search: string) {
  const hashes = taxNumberHashes(organizationOf(ctx), search);
  return or(
    ilike(clients.name, `%${search.replace(/[\\%_]/g, "\\$&")}%`),
    hashes.length > 0 ? inArray(clients.taxNumberHash, hashes) : undefined,
  );
}

/** A page of clients by name, with what each owes in its own currency (minor units). */
export const listClients = query("client.read", ListClientsInput, async (tx, ctx, input) => {
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
      organizationId: clients.organizationId,
      name: clients.name,
      addressSealed: clients.addressSealed,
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
        search ? matches(ctx, search) : undefined,
        after ? sql`${key} > (${after.name}, ${after.id}::uuid)` : undefined,
        before ? sql`${key} < (${before.name}, ${before.id}::uuid)` : undefined,
      ),
    )
    .orderBy(...(before ? [desc(sortKey), desc(clients.id)] : [asc(sortKey), asc(clients.id)]))
    .limit(PAGE + 1);
  const page = pageOf(rows, PAGE, { forwards: Boolean(after), backwards: Boolean(before) });
  const keyOf = (row: (typeof rows)[number] | null) => row && { name: row.sortKey, id: row.id };
  return { rows: page.rows.map(listed), next: keyOf(page.next), previous: keyOf(page.previous) };
});

const listed = <R extends Parameters<typeof cityOf>[0]>({ addressSealed, ...row }: R) => ({
  ...row,
  city: cityOf({ ...row, addressSealed }),
});

/** A client with its primary contact. */
export const getClient = query("client.read", z.object({ id }), async (tx, _ctx, input) => {
  const [row] = await tx
    .select({ client: clients, contact: contacts })
    .from(clients)
    .leftJoin(contacts, primary)
    .where(eq(clients.id, input.id));
  if (!row) throw notFound();
  return { client: openClient(row.client), contact: row.contact && openContact(row.contact) };
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
  organizationId: clients.organizationId,
  name: clients.name,
  currency: clients.currency,
  paymentTermsDays: clients.paymentTermsDays,
  email: contacts.email,
  taxNumberSealed: clients.taxNumberSealed,
  addressSealed: clients.addressSealed,
  country: clients.country,
};

/** The first clients whose name contains the text, or whose tax number it is, for choosing one. */
export const searchClients = query(
  "client.read",
  z.object({ search: z.string().max(100, over("tooLong", 100)) }),
  async (tx, ctx, { search }) => {
    const found = await tx
      .select(choice)
      .from(clients)
      .leftJoin(contacts, primary)
      .where(and(isNull(clients.archivedAt), matches(ctx, search)))
      .orderBy(asc(sortKey))
      .limit(20);
    return found.map(openClient);
  },
);

/** One client, as it is chosen. */
export const getClientChoice = query("client.read", z.object({ id }), async (tx, _ctx, input) => {
  const [client] = await tx
    .select(choice)
    .from(clients)
    .leftJoin(contacts, primary)
    .where(eq(clients.id, input.id));
  if (!client) throw notFound();
  return openClient(client);
});
