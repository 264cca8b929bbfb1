import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clients, contacts, type invoices } from "@/db/schema";

type Invoice = Pick<typeof invoices.$inferSelect, "clientId" | "buyer">;

/**
 * Where messages about an invoice go: the client's address of today, so that a mistyped one can be corrected after
 * the invoice is frozen; the one it was issued with when there is none any more.
 */
export async function recipientOf(tx: Tx, { clientId, buyer }: Invoice): Promise<string | null> {
  const [client] = clientId
    ? await tx
        .select({ email: contacts.email, erasedAt: clients.erasedAt })
        .from(clients)
        .leftJoin(contacts, and(eq(contacts.clientId, clients.id), eq(contacts.isPrimary, true)))
        .where(eq(clients.id, clientId))
    : [];
  // Nobody writes to an erased client, whatever its documents have to keep.
  if (client?.erasedAt) return null;
  return client?.email ?? buyer?.email ?? null;
}
