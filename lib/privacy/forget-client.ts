import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { clients, contacts } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { erasedClientName } from "./pseudonym";

/** Everything that a client's own rows say of it goes; its country and currency stay, which its documents are in. */
export async function forgetClient(tx: Tx, id: string): Promise<void> {
  const now = clock.now();
  await tx.delete(contacts).where(eq(contacts.clientId, id));
  await tx
    .update(clients)
    .set({
      name: erasedClientName(id),
      taxNumberSealed: null,
      taxNumberHash: null,
      addressSealed: null,
      notes: null,
      archivedAt: now,
      erasedAt: now,
      updatedAt: now,
    })
    .where(eq(clients.id, id));
}
