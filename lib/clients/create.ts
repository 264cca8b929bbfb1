import { eq } from "drizzle-orm";
import { clients } from "@/db/schema";
import { sealClient } from "@/lib/parties/client";
import { organizationOf } from "@/lib/platform/context";
import { verb } from "@/lib/platform/verb";
import { addPrimaryContact } from "./contact";
import { CreateClientInput } from "./schemas";

/**
 * Creates a client and, when an email address is given, its primary contact.
 * The same id sent again by the same form returns the client that is there.
 */
export const createClient = verb("client.write", CreateClientInput, async (tx, ctx, input) => {
  const { id, email, phone, contactName, ...fields } = input;
  const organizationId = organizationOf(ctx);
  const [created] = await tx
    .insert(clients)
    .values({ id, ...sealClient({ id, organizationId }, fields) })
    .onConflictDoNothing()
    .returning();
  if (!created) {
    ctx.unchanged();
    const [existing] = await tx.select().from(clients).where(eq(clients.id, id));
    return { id, name: existing?.name ?? fields.name };
  }
  if (email) await addPrimaryContact(tx, { organizationId, id }, { email, phone, contactName });
  await ctx.audit({
    action: "client.create",
    subjectType: "client",
    subjectId: id,
    after: { name: created.name },
  });
  await ctx.emit({ type: "client.created", subjectId: id });
  return { id, name: created.name };
});
