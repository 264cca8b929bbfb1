import { and, asc, gte, lte } from "drizzle-orm";
import { z } from "zod";
import { accounts, journalEntries, journalLines } from "@/db/schema";
import type { BookEntry, BookHead } from "@/lib/core/books";
import { type BookFormat, bookFormats } from "@/lib/core/books-formats";
import type { Ctx } from "@/lib/platform/context";
import { together } from "@/lib/platform/together";
import { query } from "@/lib/platform/verb";
import { withLines } from "./journal";
import { bookkeeper, entriesAfter } from "./parts";
import { JournalInput, keyText, PeriodInput } from "./schemas";

/** Entries that are read, written and sent at a time. */
const BATCH = 500;

/** Refuses whoever may not export right now: asked before a download begins, which could not ask for a proof. */
export const mayExport = query("books.export", z.object({}), async () => null);

/** What the file starts with: the chart of accounts, and the currencies of the period. */
const exportHead = query("books.export", PeriodInput, async (tx, _ctx, { from, to }): Promise<BookHead> => {
  const [organization, chart, used] = await together([
    bookkeeper(tx),
    tx
      .select({ code: accounts.code, kind: accounts.kind, name: accounts.name })
      .from(accounts)
      .orderBy(asc(accounts.code)),
    tx
      .selectDistinct({ currency: journalLines.currency })
      .from(journalLines)
      .where(and(gte(journalLines.postedOn, from), lte(journalLines.postedOn, to))),
  ]);
  const currencies = [...new Set([organization.currency, ...used.map((row) => row.currency)])].sort();
  return { title: organization.name, currency: organization.currency, accounts: chart, currencies };
});

/** The entries that follow a key, oldest first. */
const exportBatch = query("books.export", JournalInput, async (tx, _ctx, { from, to, after }) => {
  const heads = await tx
    .select({
      id: journalEntries.id,
      kind: journalEntries.kind,
      postedOn: journalEntries.postedOn,
      createdAt: journalEntries.createdAt,
    })
    .from(journalEntries)
    .where(
      and(
        gte(journalEntries.postedOn, from),
        lte(journalEntries.postedOn, to),
        after ? entriesAfter(after) : undefined,
      ),
    )
    .orderBy(asc(journalEntries.postedOn), asc(journalEntries.id))
    .limit(BATCH);
  const entries = await withLines(tx, heads);
  return entries.map(
    ({ lines, clientName, ...entry }): BookEntry => ({
      ...entry,
      client: clientName,
      lines: lines.map((line) => ({ ...line, document: line.invoiceNumber ?? line.creditNoteNumber })),
    }),
  );
});

/**
 * The journal of a period as a file, piece by piece: a transaction for each, so that a slow reader holds no connection.
 * @throws DomainError with the first piece: forbidden, invalid or step_up
 */
export async function* exportJournal(
  ctx: Ctx,
  format: BookFormat,
  period: z.input<typeof PeriodInput>,
): AsyncGenerator<string, void, void> {
  const writer = bookFormats[format].writer(await exportHead(ctx, period));
  yield writer.head;
  let last: BookEntry | undefined;
  do {
    const entries: BookEntry[] = await exportBatch(ctx, { ...period, after: last && keyText(last) });
    if (entries.length > 0) yield entries.map(writer.entry).join("");
    last = entries.length === BATCH ? entries.at(-1) : undefined;
  } while (last);
}
