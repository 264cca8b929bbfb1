/** A hosted checkout to make; the amount in minor units of ISO 4217. `attemptId` is the idempotency key. */
export type CheckoutRequest = {
  organizationId: string;
  attemptId: string;
  invoiceId: string;
  amountMinor: bigint;
  currency: string;
  description: string;
  customerEmail: string | null;
  locale: string;
  /** Where the gateway sends the payer back to. */
  successUrl: string;
  cancelUrl: string;
};

export type Checkout = { sessionId: string; url: string };

/** Money to give back out of a gateway's payment. `refundId` is the idempotency key. */
export type RefundRequest = {
  organizationId: string;
  refundId: string;
  paymentId: string;
  amountMinor: bigint;
  currency: string;
};

/** How a refund stands at the gateway; `problem` says why it failed. */
export type RefundOutcome = {
  gatewayRefundId: string;
  state: "pending" | "succeeded" | "failed";
  problem: string | null;
};

/** What a gateway kept of a payment; minor units of the currency in which it settles. */
export type GatewayFee = { amountMinor: bigint; currency: string };

/** What a gateway's event means to us; amounts converted to minor units of ISO 4217. */
export type Effect =
  | {
      kind: "paid";
      attemptId: string | null;
      sessionId: string;
      paymentId: string;
      amountMinor: bigint;
      currency: string;
    }
  | { kind: "declined"; attemptId: string | null }
  | { kind: "expired"; attemptId: string | null }
  | ({
      kind: "refund";
      /** Ours, when we asked for it; null when somebody did in the gateway's own dashboard. */
      refundId: string | null;
      paymentId: string;
      amountMinor: bigint;
      currency: string;
    } & RefundOutcome)
  | { kind: "other" };

export type GatewayEvent = { id: string; type: string; payload: Record<string, unknown> };

/** One payment provider. Only its own folder knows its API. */
export interface Gateway {
  name: string;
  /**
   * @throws GatewayRefused when the gateway says no, GatewayFailed when it fails itself, GatewayUnanswered when nobody
   * knows what it did
   */
  createCheckout(request: CheckoutRequest): Promise<Checkout>;
  /**
   * Ends a checkout, so that its page takes no money any more. True when it is surely closed and unpaid.
   * @throws like `createCheckout`
   */
  closeCheckout(sessionId: string): Promise<boolean>;
  /**
   * Gives money back, once however often it is asked with the same refund.
   * @throws like `createCheckout`; GatewayFailed only when the gateway knows of no such refund
   */
  refund(request: RefundRequest): Promise<RefundOutcome>;
  /**
   * What it kept of a payment; null while it does not know.
   * @throws like `createCheckout`
   */
  feeOf(paymentId: string): Promise<GatewayFee | null>;
  /** @throws BadSignature for anything that the gateway did not sign within the last five minutes */
  readEvent(rawBody: string, header: (name: string) => string | null, now: Date): GatewayEvent;
  /** What a stored event means. */
  interpret(payload: Record<string, unknown>): Effect;
}

export class GatewayRefused extends Error {}
/** It answered with a fault of its own, which the same idempotency key would only repeat. Ask again with another. */
export class GatewayFailed extends Error {}
/** The outcome is unknown, never failed: ask again with the same idempotency key. */
export class GatewayUnanswered extends Error {}
/** `reason` is shown to admins: "signature", "too_old", "from_the_future", "not_json". */
export class BadSignature extends Error {
  constructor(readonly reason: string) {
    super(`Refused webhook: ${reason}`);
  }
}
