import { eq } from "drizzle-orm";
import { invoices } from "@/db/schema";
import { organizationToday } from "@/lib/invoices/dates";
import { clock } from "@/lib/platform/clock";
import { conflict, notFound } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { AnswerInput } from "./schemas";

/**
 * Accepts or declines a quote, once: the client on its hosted page, with name and time, or staff to whom the client
 * said so in another way, who may accept an expired one as well.
 * @throws DomainError conflict `quoteAnswered`, `quoteExpired`
 */
export const answerQuote = verb("quote.answer", AnswerInput, async (tx, ctx, { id, answer, name, note }) => {
  const [quote] = await tx.select().from(invoices).where(eq(invoices.id, id)).for("update");
  if (quote?.kind !== "quote" || quote.lifecycle === "draft") throw notFound();
  if (quote.lifecycle !== "open") throw conflict("quoteAnswered");
  const expired = quote.dueDate !== null && quote.dueDate < (await organizationToday(tx));
  if (expired && answer === "accepted" && ctx.actor.kind === "link") throw conflict("quoteExpired");
  const answeredAt = clock.now();
  await tx
    .update(invoices)
    .set({ lifecycle: answer, answeredAt, answeredBy: name, answerNote: note, updatedAt: answeredAt })
    .where(eq(invoices.id, id));
  await ctx.audit({
    action: answer === "accepted" ? "quote.accept" : "quote.decline",
    subjectType: "quote",
    subjectId: id,
    before: { lifecycle: "open" },
    after: { lifecycle: answer, answeredBy: name, note },
  });
  await ctx.emit({ type: `quote.${answer}`, subjectId: id, invoiceId: id, payload: { name, message: note } });
  return { id };
});
