export const paymentUses = [
  "applied",
  "partly_applied",
  "unapplied",
  "partly_refunded",
  "refunded",
  "reversed",
] as const;
/** What became of a payment, as people read it. */
export type PaymentUse = (typeof paymentUses)[number];

/** The facts that it follows from; amounts in minor units. A refund counts from the moment that it is asked for. */
export type PaymentFacts = {
  amountMinor: bigint;
  /** What is left for its client to use. */
  leftMinor: bigint;
  refundedMinor: bigint;
  reversed: boolean;
};

/** The one word for a payment, from the facts alone, so that it can't be stale. */
export function paymentUse({ amountMinor, leftMinor, refundedMinor, reversed }: PaymentFacts): PaymentUse {
  if (reversed) return "reversed";
  if (refundedMinor > 0n) return refundedMinor < amountMinor ? "partly_refunded" : "refunded";
  if (leftMinor === 0n) return "applied";
  return leftMinor < amountMinor ? "partly_applied" : "unapplied";
}
