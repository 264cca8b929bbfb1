import { eq } from "drizzle-orm";
import { z } from "zod";
import { organizations } from "@/db/schema";
import { addDays, dateIn } from "@/lib/core/dates";
import { clock } from "@/lib/platform/clock";
import { invalid, notFound } from "@/lib/platform/errors";
import { query, verb } from "@/lib/platform/verb";
import { bookkeeper } from "./parts";
import { CloseBooksInput } from "./schemas";

/**
 * Closes the books until a date (ISO), moves that date, or opens them again (null): nothing is posted on or before it.
 * Only days that are over can be closed, so that money which comes in today always has a place.
 * @throws DomainError invalid `closesToday` for a date that is not over
 */
export const closeBooks = verb("books.close", CloseBooksInput, async (tx, ctx, { closedOn }) => {
  const [before] = await tx.select().from(organizations).for("update");
  if (!before) throw notFound();
  if (closedOn && closedOn >= dateIn(clock.now(), before.timeZone)) throw invalid("closedOn", "closesToday");
  if (closedOn === before.booksClosedOn) {
    ctx.unchanged();
    return { closedOn };
  }
  await tx
    .update(organizations)
    .set({ booksClosedOn: closedOn, updatedAt: clock.now() })
    .where(eq(organizations.id, before.id));
  await ctx.audit({
    action: "books.close",
    subjectType: "organization",
    subjectId: before.id,
    before: { booksClosedOn: before.booksClosedOn },
    after: { booksClosedOn: closedOn },
  });
  return { closedOn };
});

/** Until when the books are closed, and the last day that could be; ISO dates where the organization is. */
export const getClosing = query("books.read", z.object({}), async (tx) => {
  const { booksClosedOn, timeZone } = await bookkeeper(tx);
  const today = dateIn(clock.now(), timeZone);
  return { closedOn: booksClosedOn, today, latest: addDays(today, -1) };
});
