import { randomText } from "../ids";

export interface Attempt {
  /** Unix milliseconds. */
  at: number;
  /** HTTP status, absent when nobody answered. */
  status?: number;
  /** The beginning of what the endpoint said, or why it could not be reached. */
  answer: string;
}

/** `held` waits for others to overtake it, `dropped` for somebody to send it by hand. */
export type DeliveryStatus = "pending" | "delivered" | "undelivered" | "held" | "dropped";

/** One webhook on its way to the app. */
export interface Delivery {
  id: string;
  eventId: string;
  type: string;
  /** Whose endpoint it goes to. The address itself is a setting, and may change between two runs. */
  organizationId: string | null;
  /** The exact bytes that are signed and sent. */
  payload: string;
  status: DeliveryStatus;
  attempts: Attempt[];
  /** Unix milliseconds. */
  createdAt: number;
  /** How many later webhooks are still to be sent before a held one. */
  holdFor?: number;
  /** Oddities of a custom webhook: another address or secret, a shifted time of signing (seconds), no further attempts. */
  url?: string;
  secret?: string;
  offset?: number;
  once?: boolean;
}

export function newDelivery(
  facts: Pick<Delivery, "eventId" | "type" | "organizationId" | "payload" | "createdAt"> & Partial<Delivery>,
): Delivery {
  return { id: `wd_${randomText(16)}`, status: "pending", attempts: [], ...facts };
}
