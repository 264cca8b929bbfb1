import { eq } from "drizzle-orm";
import { z } from "zod";
import { refunds } from "@/db/schema";
import { verb } from "@/lib/platform/verb";
import { lockPayment } from "./load";
import { noteOutcome } from "./note-refund";

const SettleInput = z.object({
  id: z.uuid(),
  paymentId: z.uuid(),
  gatewayRefundId: z.string().nullable(),
  state: z.enum(["pending", "succeeded", "failed"]),
  problem: z.string().nullable(),
});

/** Notes what the gateway answered about a refund that we asked for. Its webhook may have told the same before. */
export const settleRefund = verb(
  "refund.settle",
  SettleInput,
  async (tx, ctx, { id, paymentId, ...outcome }) => {
    const locked = await lockPayment(tx, paymentId);
    const [refund] = await tx.select().from(refunds).where(eq(refunds.id, id));
    if (refund) await noteOutcome(tx, ctx, locked, refund, outcome);
    ctx.unchanged();
  },
);
