import { and, eq, ne, notExists, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { refundRequests, refunds } from "@/db/schema";
import { convert } from "@/lib/core/exchange";
import type { RefundSum } from "@/lib/core/refund-approval";
import type { LockedPayment } from "./load";

type Facts = Pick<LockedPayment, "payment" | "organization">;

/** What the sum rule asks about a payment's next refund (`lib/core/refund-approval`). */
export async function approvalFacts(
  tx: Tx,
  { payment, organization }: Facts,
): Promise<Omit<RefundSum, "amountMinor">> {
  const { amountMinor, currency, exchangeRate } = payment;
  const [given] = await tx
    .select({ minor: sql<string>`coalesce(sum(${refunds.amountMinor}), 0)`.mapWith(BigInt) })
    .from(refunds)
    .where(
      and(
        eq(refunds.paymentId, payment.id),
        ne(refunds.state, "failed"),
        notExists(
          tx
            .select({ id: refundRequests.id })
            .from(refundRequests)
            .where(and(eq(refundRequests.id, refunds.id), eq(refundRequests.state, "approved"))),
        ),
      ),
    );
  return {
    limitMinor: organization.refundApprovalAboveMinor,
    givenMinor: given?.minor ?? 0n,
    payment: {
      amountMinor,
      baseMinor: convert(amountMinor, currency, organization.currency, exchangeRate),
    },
  };
}
