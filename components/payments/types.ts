import type {
  ApplyCreditForm,
  RecordPaymentForm,
  RefundPaymentForm,
  ReversePaymentForm,
} from "@/lib/payments/schemas";
import type { ActionResult } from "@/lib/web/action";

export type RecordAction = (input: RecordPaymentForm) => Promise<ActionResult<{ id: string }>>;
export type ApplyAction = (input: ApplyCreditForm) => Promise<ActionResult<{ appliedMinor: bigint }>>;
export type UnapplyAction = (input: { id: string }) => Promise<ActionResult<{ id: string }>>;
export type ReverseAction = (input: ReversePaymentForm) => Promise<ActionResult<{ id: string }>>;
export type RefundAction = (input: RefundPaymentForm) => Promise<ActionResult<{ id: string; state: string }>>;

/** What a second person does with a refund that was asked for, and what its own person does. */
export type DecideActions = Record<
  "approve" | "refuse" | "withdraw",
  (input: unknown) => Promise<ActionResult<unknown>>
>;

/** What a form about a payment needs to know beside it. */
export type PaymentSetting = {
  /** The organization's ISO date. */
  today: string;
  /** The organization's currency. */
  baseCurrency: string;
};
