import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { journalEntries, journalLines } from "@/db/schema";
import type { AccountCode } from "./accounts";
import { type EntryKind, post } from "./post";

/**
 * Posts the opposite of an entry: the same accounts, each amount with the other sign. `on` is its ISO date.
 * An invoice of nothing has posted nothing, and then there is nothing to reverse.
 */
export async function reverseEntry(
  tx: Tx,
  { of, as, sourceId, on }: { of: EntryKind; as: EntryKind; sourceId: string; on: string },
): Promise<void> {
  const lines = await tx
    .select({ line: journalLines })
    .from(journalLines)
    .innerJoin(
      journalEntries,
      and(
        eq(journalEntries.organizationId, journalLines.organizationId),
        eq(journalEntries.id, journalLines.entryId),
      ),
    )
    .where(and(eq(journalEntries.kind, of), eq(journalEntries.sourceId, sourceId)));
  const [first] = lines;
  if (!first?.line.clientId) return;
  await post(tx, {
    kind: as,
    sourceId,
    postedOn: on,
    currency: first.line.currency,
    clientId: first.line.clientId,
    postings: lines.map(({ line }) => ({
      account: line.accountCode as AccountCode,
      amountMinor: -line.amountMinor,
      baseMinor: -line.baseMinor,
      invoiceId: line.invoiceId,
      paymentId: line.paymentId,
      creditNoteId: line.creditNoteId,
    })),
  });
}
