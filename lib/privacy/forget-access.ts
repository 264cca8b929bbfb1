import { and, asc, eq, gt, inArray, isNotNull, isNull, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { invoiceLinks, invoices, paymentAttempts, webhookInbox } from "@/db/schema";
import { openPayload } from "@/lib/payments/event-payload";
import { clock } from "@/lib/platform/clock";

/** Links stop working, and what payment providers told of the client goes; that they told it stays. */
export async function forgetAccess(tx: Tx, clientId: string): Promise<void> {
  const ofClient = tx.select({ id: invoices.id }).from(invoices).where(eq(invoices.clientId, clientId));
  await tx
    .update(invoiceLinks)
    .set({ revokedAt: clock.now() })
    .where(and(isNull(invoiceLinks.revokedAt), inArray(invoiceLinks.invoiceId, ofClient)));
  const attempts = await tx
    .select({ id: paymentAttempts.id })
    .from(paymentAttempts)
    .where(inArray(paymentAttempts.invoiceId, ofClient))
    .orderBy(asc(paymentAttempts.id));
  if (attempts.length > 0)
    await forgetTold(
      tx,
      attempts.map(({ id }) => id),
    );
}

const EVENTS = 500;

/** Empties the events that name one of the tries to pay. They are sealed, so that each has to be opened to be known. */
async function forgetTold(tx: Tx, attempts: string[]): Promise<void> {
  for (let after = attempts[0] ?? ""; ; ) {
    const events = await tx
      .select({
        id: webhookInbox.id,
        organizationId: webhookInbox.organizationId,
        payloadSealed: webhookInbox.payloadSealed,
      })
      .from(webhookInbox)
      // Ids are made in the order of time: no event is older than the first try that it could be about.
      .where(
        and(
          gt(webhookInbox.id, after),
          isNotNull(webhookInbox.payloadSealed),
          ne(webhookInbox.state, "received"),
        ),
      )
      .orderBy(asc(webhookInbox.id))
      .limit(EVENTS);
    const told = events.filter((event) => {
      const text = JSON.stringify(openPayload(event));
      return attempts.some((id) => text.includes(id));
    });
    if (told.length > 0)
      await tx
        .update(webhookInbox)
        .set({ payloadSealed: null })
        .where(
          inArray(
            webhookInbox.id,
            told.map(({ id }) => id),
          ),
        );
    const last = events.at(-1);
    if (!last || events.length < EVENTS) return;
    after = last.id;
  }
}
