import type { Story } from "../timeline";
import { inDollars, reverseCharged } from "./abroad";
import { creditedInPart, voided, writtenOff } from "./corrections";
import { inclusivePrices } from "./inclusive";
import { paidInInstalments } from "./instalments";
import { acceptedQuote, declinedQuote, openQuote } from "./quotes";
import { refundedInPart } from "./refund";
import { scheduledDraft } from "./scheduled";
import { partialTransfer, sharedTransfer } from "./transfers";

/** What can happen in an invoice's life, once each. */
export const stories: readonly Story[] = [
  openQuote,
  declinedQuote,
  acceptedQuote,
  partialTransfer,
  sharedTransfer,
  refundedInPart,
  paidInInstalments,
  creditedInPart,
  writtenOff,
  voided,
  scheduledDraft,
  inDollars,
  reverseCharged,
  inclusivePrices,
];
