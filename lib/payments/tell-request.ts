import type { refundRequests } from "@/db/schema";
import type { DomainEventType } from "@/lib/platform/events";
import type { VerbCtx } from "@/lib/platform/verb";

export type RefundRequest = typeof refundRequests.$inferSelect;

/** Says in the payment's timeline how a request for a refund stands. */
export async function tellRequest(
  ctx: VerbCtx,
  type: Extract<DomainEventType, `refund.${string}`>,
  { id, paymentId, amountMinor, currency, method }: RefundRequest,
): Promise<void> {
  await ctx.emit({
    type,
    subjectId: paymentId,
    payload: { refundId: id, amountMinor: String(amountMinor), currency, method },
  });
}
