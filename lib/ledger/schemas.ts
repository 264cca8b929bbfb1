import { z } from "zod";
import { blankOr, id, isoDate } from "@/lib/core/fields";

const Days = { from: isoDate, to: isoDate };
const inOrder = (period: { from: string; to: string }) => period.from <= period.to;

/** The place of an entry or a line in the order of the books: its ISO date, then its id. */
const Key = z
  .string("invalid")
  .regex(/^\d{4}-\d{2}-\d{2}_[0-9a-f-]{36}$/, "invalid")
  .transform((key) => ({ postedOn: key.slice(0, 10), id: key.slice(11) }))
  .pipe(z.object({ postedOn: isoDate, id }));

export type BookKey = z.output<typeof Key>;

/** The same as a part of an address. */
export const keyText = ({ postedOn, id: entry }: BookKey): string => `${postedOn}_${entry}`;

/** The key of the row that a page follows, or that it comes before. */
const Page = { after: Key.optional(), before: Key.optional() };

export const PeriodInput = z.object(Days).refine(inOrder, { path: ["to"], error: "endBeforeStart" });

export const JournalInput = z
  .object({ ...Days, ...Page })
  .refine(inOrder, { path: ["to"], error: "endBeforeStart" });

export const AccountLedgerInput = z
  .object({ code: z.string("invalid").min(1, "required").max(200, "invalid"), ...Days, ...Page })
  .refine(inOrder, { path: ["to"], error: "endBeforeStart" });

export const EntryIdInput = z.object({ id });

export const CloseBooksInput = z.object({ closedOn: blankOr(isoDate) });

export type CloseBooksForm = z.input<typeof CloseBooksInput>;
