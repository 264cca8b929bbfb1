import type { Tx } from "@/db/client";
import type { deliveries, domainEvents } from "@/db/schema";
import type { EmailProps } from "@/emails/layout";

export type StoredEvent = typeof domainEvents.$inferSelect;
export type Delivery = typeof deliveries.$inferSelect;

export type Email = {
  to: string;
  subject: string;
  props: EmailProps;
  attachments?: { filename: string; content: Buffer }[];
};

/**
 * One kind of message: whom an event concerns, and what it says to them. The words are made when it is sent,
 * so that a message that is tried again tells the present state.
 */
export type Message = {
  template: string;
  on: StoredEvent["type"];
  /** Addresses; none when nobody is to be told. */
  recipients: (tx: Tx, event: StoredEvent) => Promise<string[]>;
  compose: (tx: Tx, event: StoredEvent, recipient: string) => Promise<Email>;
};
