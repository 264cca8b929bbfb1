import { and, eq } from "drizzle-orm";
import { clients, contacts } from "@/db/schema";
import { conflict, notFound } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { SendStatementInput } from "./schemas";

/**
 * Sends a client its statement by email, as a PDF.
 * @throws DomainError conflict `noRecipient` when the client has no email address
 */
export const sendStatement = verb("statement.send", SendStatementInput, async (tx, ctx, input) => {
  const { clientId, from, to, message } = input;
  const [row] = await tx
    .select({ id: clients.id, email: contacts.email })
    .from(clients)
    .leftJoin(contacts, and(eq(contacts.clientId, clients.id), eq(contacts.isPrimary, true)))
    .where(eq(clients.id, clientId));
  if (!row) throw notFound();
  if (!row.email) throw conflict("noRecipient");
  await ctx.audit({
    action: "statement.send",
    subjectType: "client",
    subjectId: clientId,
    after: { from, to },
  });
  await ctx.emit({
    type: "statement.sent",
    subjectId: clientId,
    payload: { recipient: row.email, from, to, message },
  });
  return { recipient: row.email };
});
