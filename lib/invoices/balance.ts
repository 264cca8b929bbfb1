import { and, eq, sql } from "drizzle-orm";
import { creditBalances, invoiceBalances, invoices } from "@/db/schema";
import { invoiceStatus } from "@/lib/core/status";
import { payableOf } from "./postings";

/** How a document is joined with what its postings leave. */
export const balanceOf = and(
  eq(invoiceBalances.organizationId, invoices.organizationId),
  eq(invoiceBalances.invoiceId, invoices.id),
);

/** What an invoice still owes, or what is left of a credit note. */
export const balanceMinor =
  sql<string>`coalesce(${invoiceBalances.balanceMinor}, ${creditBalances.balanceMinor}, 0)`.mapWith(BigInt);
/** When what is left is due: of a payment plan, its next instalment. */
export const dueDate = sql<string | null>`coalesce(${invoiceBalances.dueDate}, ${invoices.dueDate})`;
export const creditOf = and(
  eq(creditBalances.organizationId, invoices.organizationId),
  eq(creditBalances.sourceId, invoices.id),
);

/** The status that people read, from a row, what its postings leave, and when what is left is due. */
export const statusOf = (
  invoice: typeof invoices.$inferSelect,
  balanceMinor: bigint,
  today: string,
  dueDate = invoice.dueDate,
) =>
  invoiceStatus(
    {
      kind: invoice.kind,
      lifecycle: invoice.lifecycle,
      scheduledFor: invoice.scheduledFor,
      payableMinor: payableOf(invoice),
      balanceMinor,
      dueDate,
      sent: invoice.sentAt !== null,
      viewed: invoice.firstViewedAt !== null,
    },
    today,
  );
