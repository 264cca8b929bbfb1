import { json, type Reply } from "../http/reply";

interface Details {
  type?: "invalid_request_error" | "card_error" | "idempotency_error" | "api_error";
  status?: number;
  code?: string;
  param?: string;
  /** The request was refused before anything ran, so its idempotency key stays free. */
  unread?: boolean;
}

/** A refusal as Stripe's API gives it: `{ error: { type, code, param, message } }`. */
export class StripeError extends Error {
  readonly status: number;
  readonly unread: boolean;

  constructor(
    message: string,
    readonly details: Details = {},
  ) {
    super(message);
    this.status = details.status ?? 400;
    this.unread = details.unread ?? false;
  }

  toReply(): Reply {
    const { type = "invalid_request_error", code, param } = this.details;
    const documentation = code ? { code, doc_url: `https://stripe.com/docs/error-codes/${code}` } : {};
    const error = { ...documentation, message: this.message, ...(param && { param }), type };
    return json(this.status, { error });
  }
}

/** A parameter that Stripe would not accept. */
export const badParam = (message: string, param: string, code?: string): StripeError =>
  new StripeError(message, { param, unread: true, ...(code && { code }) });

/** A 404 for an id that does not exist. */
export const noSuch = (kind: string, id: string, param = "id", status = 404): StripeError =>
  new StripeError(`No such ${kind}: '${id}'`, { code: "resource_missing", param, status });

/** For what Stripe would do and the sandbox does not: saying so beats pretending. */
export const notSimulated = (param: string): StripeError =>
  new StripeError(`Stripe knows ${param}, but this sandbox does not simulate it.`, {
    code: "sandbox_not_simulated",
    param,
    unread: true,
  });

export function serverError(): Reply {
  const error = {
    message: "Something went wrong inside Stripe (the sandbox was told to fail).",
    type: "api_error",
  };
  return json(500, { error }, { "stripe-should-retry": "false" });
}
