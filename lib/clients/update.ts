import { and, eq } from "drizzle-orm";
import { clients, contacts } from "@/db/schema";
import { changes } from "@/lib/platform/audit";
import { clock } from "@/lib/platform/clock";
import { conflict, notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { verb } from "@/lib/platform/verb";
import { UpdateClientInput } from "./schemas";

/**
 * Changes a client and its primary contact.
 * @throws DomainError conflict `changedElsewhere` when somebody saved since the form was loaded
 */
export const updateClient = verb("client.write", UpdateClientInput, async (tx, ctx, input) => {
  const { id, version, email, phone, contactName, ...fields } = input;
  const [before] = await tx.select().from(clients).where(eq(clients.id, id)).for("update");
  if (!before) throw notFound();
  if (before.version !== version) throw conflict("changedElsewhere");
  await tx
    .update(clients)
    .set({ ...fields, version: version + 1, updatedAt: clock.now() })
    .where(eq(clients.id, id));
  const isPrimary = and(eq(contacts.clientId, id), eq(contacts.isPrimary, true));
  const [contact] = await tx.select().from(contacts).where(isPrimary);
  const contactBefore = {
    email: contact?.email ?? null,
    phone: contact?.phone ?? null,
    contactName: contact?.name ?? null,
  };
  if (email && contact) await tx.update(contacts).set({ email, phone, name: contactName }).where(isPrimary);
  else if (email)
    await tx
      .insert(contacts)
      .values({ id: newId(), clientId: id, email, phone, name: contactName, isPrimary: true });
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
