import type { Message } from "../message";
import { emailChanged, emailChangeRequested } from "./email-change";
import { exportReady } from "./export-ready";
import { factorChanged } from "./factor-changed";
import { invoiceReminded } from "./invoice-reminded";
import { invoiceSent } from "./invoice-sent";
import { newDevice } from "./new-device";
import { passwordChanged, passwordReset } from "./password";
import { paymentNotice, paymentReceipt } from "./payment-received";
import { paymentRefunded, refundFailed } from "./payment-refunded";
import { quoteAccepted, quoteDeclined } from "./quote-answered";
import { refundApproved, refundRefused, refundRequested } from "./refund-request";
import { scheduleFailed } from "./schedule-failed";
import { statementSent } from "./statement-sent";
import { userInvited } from "./user-invited";

/** Every message that exists. */
export const messages: readonly Message[] = [
  invoiceSent,
  invoiceReminded,
  paymentReceipt,
  paymentNotice,
  paymentRefunded,
  refundFailed,
  refundRequested,
  refundApproved,
  refundRefused,
  quoteAccepted,
  quoteDeclined,
  scheduleFailed,
  statementSent,
  userInvited,
  passwordReset,
  passwordChanged,
  newDevice,
  emailChangeRequested,
  emailChanged,
  factorChanged,
  exportReady,
];

export const messageOf = (template: string): Message | undefined =>
  messages.find((message) => message.template === template);
