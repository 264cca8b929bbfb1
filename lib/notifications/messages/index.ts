import type { Message } from "../message";
import { invoiceSent } from "./invoice-sent";
import { paymentNotice, paymentReceipt } from "./payment-received";
import { quoteAccepted, quoteDeclined } from "./quote-answered";
import { scheduleFailed } from "./schedule-failed";
import { userInvited } from "./user-invited";

/** Every message that exists. */
export const messages: readonly Message[] = [
  invoiceSent,
  paymentReceipt,
  paymentNotice,
  quoteAccepted,
  quoteDeclined,
  scheduleFailed,
  userInvited,
];

export const messageOf = (template: string): Message | undefined =>
  messages.find((message) => message.template === template);
