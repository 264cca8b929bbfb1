import { z } from "zod";
import { isRate, RATE_PLACES } from "@/lib/core/exchange";
import { blankOr, currency, decimalText, id, isoDate, optionalText, text } from "@/lib/core/fields";
import { over } from "@/lib/core/problem";
import { documentKinds } from "@/lib/core/status";
import { isZero, valueProblem } from "./values";

export const MAX_LINES = 500;
export const MAX_ADJUSTMENTS = 20;
export const MAX_QUANTITY = 1_000_000_000;
export const MAX_UNIT_PRICE = 1_000_000_000;
const MAX_RATE = 1_000_000_000;

/** Units of the organization's currency per unit of the document's. */
export const ExchangeRate = decimalText(RATE_PLACES, MAX_RATE).refine(isRate, "notPositive");
const valueKind = z.enum(["percent", "amount"], "invalid").default("percent");
/** A percentage, or an amount in major units. */
const positive = decimalText(6, MAX_UNIT_PRICE).refine((value) => !value.startsWith("-"), "notNegative");

const LineFields = z.object({
  description: text(1000),
  /** Up to 6 decimals; may be negative (a deduction), never zero. EN 16931 allows no negative price (BR-27). */
  quantity: decimalText(6, MAX_QUANTITY).refine((value) => !isZero(value), "notZero"),
  unit: optionalText(20),
  /** In major units, up to 6 decimals. */
  unitPrice: positive,
  discountKind: valueKind,
  /** Empty for none. */
  discount: blankOr(positive),
  taxRateId: blankOr(id),
  /** The deposit invoice that the line takes off. */
  deductsInvoiceId: blankOr(id),
});

/** A discount or charge on the whole document. */
const AdjustmentFields = z.object({
  kind: z.enum(["discount", "charge"], "invalid"),
  description: text(200),
  valueKind,
  value: positive,
  /** Empty to spread it over the taxes of the lines. */
  taxRateId: blankOr(id),
});

/** What the invoice editor holds: strings as typed. */
export const InvoiceFields = z
  .object({
    clientId: blankOr(id),
    currency,
    /** Asked for when the currency is not the organization's. */
    exchangeRate: blankOr(ExchangeRate),
    issueDate: blankOr(isoDate),
    dueDate: blankOr(isoDate),
    reference: optionalText(100),
    notes: optionalText(4000),
    /** A credit note that stays with the client as credit; an invoice never does. */
    keepsCredit: z.boolean("invalid").default(false),
    /** Whether unit prices and fixed discounts and charges include tax. */
    pricesIncludeTax: z.boolean("invalid").default(false),
    adjustments: z
      .array(AdjustmentFields)
      .max(MAX_ADJUSTMENTS, over("tooManyAdjustments", MAX_ADJUSTMENTS))
      .default([]),
    lines: z.array(LineFields).max(MAX_LINES, over("tooManyLines", MAX_LINES)),
  })
  .superRefine((invoice, context) => {
    if (invoice.issueDate && invoice.dueDate && invoice.dueDate < invoice.issueDate)
      context.addIssue({ code: "custom", path: ["dueDate"], message: "dueBeforeIssue" });
    const problem = (path: (string | number)[], message: string | undefined) => {
      if (message) context.addIssue({ code: "custom", path, message });
    };
    invoice.lines.forEach((line, index) => {
      problem(["lines", index, "discount"], discountProblem(line, invoice.currency));
    });
    invoice.adjustments.forEach((adjustment, index) => {
      problem(["adjustments", index, "value"], adjustmentProblem(adjustment, invoice.currency));
    });
  });

function discountProblem({ discount, discountKind }: InvoiceLine, code: string): string | undefined {
  return discount
    ? valueProblem({ kind: discountKind, text: discount }, code, "discountOverLine")
    : undefined;
}

function adjustmentProblem({ value, valueKind }: InvoiceAdjustment, code: string): string | undefined {
  if (valueKind === "percent" && isZero(value)) return "notZero";
  return valueProblem({ kind: valueKind, text: value }, code, over("tooLarge", 100));
}

export const SaveInvoiceInput = z.intersection(
  InvoiceFields,
  z.object({
    /** Made by the editor, so that sending it twice saves one invoice. */
    id,
    /** The version the editor was loaded with; null for a new invoice. */
    version: z.int("invalid").min(1, "invalid").nullable(),
    /** What a new one is; one that is there stays what it is. */
    kind: z.enum(documentKinds, "invalid").default("invoice"),
  }),
);

export const IssueInput = z.intersection(
  SaveInvoiceInput,
  z.object({ send: z.boolean("invalid").default(false), message: optionalText(2000) }),
);

export const InvoiceIdInput = z.object({ id });

export const FinalizeInput = z.object({ id, version: z.int("invalid").min(1, "invalid") });

export const ScheduleInput = FinalizeInput.extend({ on: isoDate });

const MAX_INSTALMENTS = 60;

/** A payment plan: amounts in major units of the invoice's currency. None takes the plan away. */
export const PaymentPlanInput = FinalizeInput.extend({
  instalments: z
    .array(
      z.object({
        dueDate: isoDate,
        amount: decimalText(4, MAX_UNIT_PRICE).refine((value) => !/^-|^[0.]+$/.test(value), "notPositive"),
      }),
    )
    .max(MAX_INSTALMENTS, over("tooManyInstalments", MAX_INSTALMENTS)),
});

/** A copy's id is made by whoever asks for it, so that asking twice makes one. */
export const CopyInput = z.object({ id, newId: id });

export const VoidInput = z.object({ id, reason: optionalText(500) });

export const SendInput = z.object({ id, message: optionalText(2000) });

export const invoiceFilters = ["all", "draft", "outstanding", "overdue", "paid", "credit_notes"] as const;
export type InvoiceFilter = (typeof invoiceFilters)[number];

export const ListInvoicesInput = z.object({
  filter: z.enum([...invoiceFilters, "quotes"]).default("all"),
  search: z.string().max(100, over("tooLong", 100)).optional(),
  clientId: id.optional(),
  /** The id of the last row of the page before: ids sort by creation. */
  before: id.optional(),
  /** The id of the first row of the page after, to go back. */
  after: id.optional(),
});

export type InvoiceForm = z.input<typeof InvoiceFields>;
export type IssueForm = z.input<typeof IssueInput>;
export type ScheduleForm = z.input<typeof ScheduleInput>;
export type PaymentPlanForm = z.input<typeof PaymentPlanInput>;
export type VoidForm = z.input<typeof VoidInput>;
export type SendForm = z.input<typeof SendInput>;
export type InvoiceLine = z.output<typeof LineFields>;
export type InvoiceAdjustment = z.output<typeof AdjustmentFields>;
