import { and, eq } from "drizzle-orm";
import { clients, contacts } from "@/db/schema";
import { openClient, openContact, sealClient, sealPhone } from "@/lib/parties/client";
import { changes } from "@/lib/platform/audit";
import { clock } from "@/lib/platform/clock";
import { conflict, notFound } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { addPrimaryContact } from "./contact";
import { UpdateClientInput } from "./schemas";

/**
 * Changes a client and its primary contact.
 * @throws DomainError conflict `changedElsewhere` when somebody saved since the form was loaded
 */
export const updateClient = verb("client.write", UpdateClientInput, async (tx, ctx, input) => {
  const { id, version, email, phone, contactName, ...fields } = input;
  const [row] = await tx.select().from(clients).where(eq(clients.id, id)).for("update");
  if (!row) throw notFound();
  const before = openClient(row);
  if (before.version !== version) throw conflict("changedElsewhere");
  await tx
    .update(clients)
    .set({ ...sealClient(row, fields), version: version + 1, updatedAt: clock.now() })
    .where(eq(clients.id, id));
  const isPrimary = and(eq(contacts.clientId, id), eq(contacts.isPrimary, true));
  const [stored] = await tx.select().from(contacts).where(isPrimary);
  const contact = stored && openContact(stored);
  const contactBefore = {
    email: contact?.email ?? null,
    phone: contact?.phone ?? null,
    contactName: contact?.name ?? null,
  };
  if (email && contact)
    await tx
      .update(contacts)
      .set({ email, ...sealPhone(contact, phone), name: contactName })
      .where(isPrimary);
  else if (email) await addPrimaryContact(tx, row, { email, phone, contactName });
  else if (contact) await tx.update(contacts).set({ isPrimary: false }).where(isPrimary);
  await ctx.audit({
    action: "client.update",
    subjectType: "client",
    subjectId: id,
    ...changes({ ...before, ...contactBefore }, { ...fields, email, phone, contactName }),
  });
  await ctx.emit({ type: "client.updated", subjectId: id });
  return { id, version: version + 1 };
});
