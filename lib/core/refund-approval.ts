export type RefundSum = {
  /** Beyond this a second person approves, in minor units of the organization's currency; null for never. */
  limitMinor: bigint | null;
  /** What is to be given back, and what was before without an approval; minor units of the payment's currency. */
  amountMinor: bigint;
  givenMinor: bigint;
  /** The payment, in its own currency and at its worth in the books. */
  payment: { amountMinor: bigint; baseMinor: bigint };
};

/**
 * Whether a refund needs a second person: when it and what was given back of the payment without one come to more than
 * the limit, at the worth that the payment has in the books. Nothing is rounded. The trigger on refunds asks the same.
 */
export const needsApproval = ({ limitMinor, amountMinor, givenMinor, payment }: RefundSum): boolean =>
  limitMinor !== null && (givenMinor + amountMinor) * payment.baseMinor > limitMinor * payment.amountMinor;

/** How much more can be given back of a payment without a second person, in its own minor units; null for all of it. */
export function withoutApproval({
  limitMinor,
  givenMinor,
  payment,
}: Omit<RefundSum, "amountMinor">): bigint | null {
  if (limitMinor === null) return null;
  const most = (limitMinor * payment.amountMinor) / (payment.baseMinor || 1n) - givenMinor;
  return most > 0n ? most : 0n;
}
