import { z } from "zod";
import { isCurrency, minorUnits } from "@/lib/core/currencies";
import { decimalPlaces, isDecimal } from "@/lib/core/decimal";
import { blankOr, currency, decimalText, id, isoDate, optionalText, text } from "@/lib/core/fields";
import { MAX_MINOR, toMinor } from "@/lib/core/money";
import { manualMethods, paymentMethods } from "@/lib/core/payment-methods";
import { over } from "@/lib/core/problem";
import { ExchangeRate } from "@/lib/invoices/schemas";

/** Invoices that one payment can settle. */
export const MAX_INVOICES = 200;
const MAX_AMOUNT = 1_000_000_000_000_000;
const MAX_PLACES = 4;

/** An amount as typed, in major units, above zero. `amountProblem` tells whether its currency can express it. */
const Amount = decimalText(MAX_PLACES, MAX_AMOUNT).refine(
  (value) => !value.startsWith("-") && !/^[0.]+$/.test(value),
  "notPositive",
);

/** An amount in minor units as somebody saw it: when it is another now, they are told. */
const Seen = z
  .string("invalid")
  .regex(/^\d{1,18}$/, "invalid")
  .transform(BigInt);

/** The catalog key for an amount that its currency can't express; undefined when it can. */
export function amountProblem(value: string, code: string): string | undefined {
  if (!isDecimal(value) || !isCurrency(code)) return undefined;
  const places = minorUnits(code);
  if (decimalPlaces(value) > places) return over("tooManyDecimals", places);
  return toMinor(value, code) > MAX_MINOR ? "amountTooLarge" : undefined;
}

export const RecordPaymentInput = z
  .object({
    /** Made by the form, so that sending it twice records it once. */
    id,
    clientId: id,
    currency,
    method: z.enum(manualMethods, "required"),
    amount: Amount,
    /** Asked for when the currency is not the organization's. */
    exchangeRate: blankOr(ExchangeRate),
    receivedOn: isoDate,
    reference: optionalText(100),
    note: optionalText(1000),
    /** Whether the client gets an email. */
    receipt: z.boolean("invalid").default(true),
    settles: z
      .array(z.object({ invoiceId: id, owed: Seen, amount: blankOr(Amount) }))
      .max(MAX_INVOICES, over("tooManyInvoices", MAX_INVOICES)),
  })
  .superRefine((input, context) => {
    const check = (path: (string | number)[], value: string | null) => {
      const message = value === null ? undefined : amountProblem(value, input.currency);
      if (message) context.addIssue({ code: "custom", path, message });
    };
    check(["amount"], input.amount);
    input.settles.forEach(({ amount }, index) => {
      check(["settles", index, "amount"], amount);
    });
    if (new Set(input.settles.map(({ invoiceId }) => invoiceId)).size < input.settles.length)
      context.addIssue({ code: "custom", path: ["settles"], message: "invalid" });
  });

export const ApplyCreditInput = z.object({
  invoiceId: id,
  owed: Seen,
  /** A payment or credit note; empty to take from all that there are, the first recorded first. */
  sourceId: blankOr(id),
  /** Empty for as much as is owed and there. */
  amount: blankOr(Amount),
});

export const AllocationIdInput = z.object({ id });

export const PaymentIdInput = z.object({ id });

export const ReversePaymentInput = z.object({ id, reversedOn: isoDate, reason: text(500) });

export const RefundPaymentInput = z.object({
  /** Made by the form, so that sending it twice refunds once; a gateway's idempotency key. */
  id,
  paymentId: id,
  amount: Amount,
  refundable: Seen,
  /** How it is given back and when, for payments that did not come through a gateway. */
  method: z.enum(manualMethods, "required").nullish(),
  refundedOn: blankOr(isoDate),
  reason: optionalText(500),
});

/** `refundable` is what its person saw: by then it may be another. */
export const ApproveRefundInput = z.object({ id, refundable: Seen });

export const RefuseRefundInput = z.object({ id, refusal: text(500) });

export const RequestIdInput = z.object({ id });

export const paymentFilters = ["all", "applied", "credit", "refunded", "reversed"] as const;
export type PaymentFilter = (typeof paymentFilters)[number];

export const ListPaymentsInput = z.object({
  filter: z.enum(paymentFilters).default("all"),
  method: z.enum(paymentMethods).optional(),
  search: z.string().max(100, over("tooLong", 100)).optional(),
  clientId: id.optional(),
  /** The id of the last row of the page before: ids sort by creation. */
  before: id.optional(),
  /** The id of the first row of the page after, to go back. */
  after: id.optional(),
});

export type RecordPaymentForm = z.input<typeof RecordPaymentInput>;
export type ApplyCreditForm = z.input<typeof ApplyCreditInput>;
export type ReversePaymentForm = z.input<typeof ReversePaymentInput>;
export type RefundPaymentForm = z.input<typeof RefundPaymentInput>;
