import { desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { allocations, type refunds } from "@/db/schema";
import type { DomainEventType } from "@/lib/platform/events";
import type { VerbCtx } from "@/lib/platform/verb";

type Refund = Pick<
  typeof refunds.$inferSelect,
  "id" | "paymentId" | "amountMinor" | "currency" | "method" | "state"
>;

const EVENTS: Record<Refund["state"], DomainEventType> = {
  pending: "refund.started",
  succeeded: "payment.refunded",
  failed: "refund.failed",
};

/** Says how a refund stands, in the timeline of the invoice that its payment settled last. */
export async function tellRefund(tx: Tx, ctx: VerbCtx, refund: Refund): Promise<void> {
  const [last] = await tx
    .select({ invoiceId: allocations.invoiceId })
    .from(allocations)
    .where(eq(allocations.paymentId, refund.paymentId))
    .orderBy(desc(allocations.id))
    .limit(1);
  const { amountMinor, currency, method } = refund;
  await ctx.emit({
    type: EVENTS[refund.state],
    subjectId: refund.paymentId,
    ...last,
    payload: { refundId: refund.id, amountMinor: String(amountMinor), currency, method },
  });
}
