import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { contacts, type invoices } from "@/db/schema";

type Invoice = Pick<typeof invoices.$inferSelect, "clientId" | "buyer">;

/**
 * Where messages about an invoice go: the client's address of today, so that a mistyped one can be corrected after
 * the invoice is frozen; the one it was issued with when there is none any more.
 */
export async function recipientOf(tx: Tx, { clientId, buyer }: Invoice): Promise<string | null> {
  const [contact] = clientId
    ? await tx
        .select({ email: contacts.email })
        .from(contacts)
        .where(and(eq(contacts.clientId, clientId), eq(contacts.isPrimary, true)))
    : [];
  return contact?.email ?? buyer?.email ?? null;
}
