import type { Tx } from "@/db/client";
import { enqueue } from "@/lib/platform/queue";
import type { VerbCtx } from "@/lib/platform/verb";
import { bookRefund, type NewRefund } from "./book-refund";
import type { LockedPayment } from "./load";
import { tellRefund } from "./tell-refund";

/** Books a refund that a person decided on, tells of it, and has a gateway asked after the commit. */
export async function giveBack(
  tx: Tx,
  ctx: VerbCtx,
  locked: LockedPayment,
  refund: NewRefund,
): Promise<void> {
  const { id: paymentId, currency, organizationId } = locked.payment;
  await bookRefund(tx, ctx, locked, refund);
  await tellRefund(tx, ctx, { ...refund, paymentId, currency });
  if (refund.state === "pending") await enqueue(tx, "refund", { organizationId, id: refund.id });
}
