import type { Tx } from "@/db/client";
import { contacts } from "@/db/schema";
import { sealPhone } from "@/lib/parties/client";
import { newId } from "@/lib/platform/ids";
import type { Owner } from "@/lib/platform/sealed-fields";

type Contact = { email: string; phone: string | null; contactName: string | null };

/** Adds the person at a client whom its documents go to. */
export async function addPrimaryContact(
  tx: Tx,
  { id: clientId, organizationId }: Owner,
  { email, phone, contactName }: Contact,
): Promise<void> {
  const id = newId();
  const secrets = sealPhone({ id, organizationId }, phone);
  await tx.insert(contacts).values({ id, clientId, email, ...secrets, name: contactName, isPrimary: true });
}
