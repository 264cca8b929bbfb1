import { z } from "zod";
import { NewPassword } from "@/lib/auth/new-password";
import {
  blankOr,
  country,
  currency,
  days,
  decimalText,
  email,
  id,
  optionalEmail,
  optionalText,
  text,
} from "@/lib/core/fields";
import { isNumberPattern } from "@/lib/core/numbering";
import { documentKinds } from "@/lib/core/status";
import { taxCategories } from "@/lib/core/tax";

const isTimeZone = (zone: string) => Intl.supportedValuesOf("timeZone").includes(zone) || zone === "UTC";

/** A tax percentage as typed: above 0 to 100, up to 4 decimals. */
export const TaxPercent = decimalText(4, 100).refine(
  (value) => !value.startsWith("-") && !/^[0.]+$/.test(value),
  "notZero",
);

export const OrganizationFields = z.object({
  name: text(200),
  email: optionalEmail,
  taxNumber: optionalText(40),
  addressLine1: optionalText(200),
  addressLine2: optionalText(200),
  postalCode: optionalText(20),
  city: optionalText(100),
  region: optionalText(100),
  country,
  currency,
  timeZone: z.string("required").refine(isTimeZone, "timeZone"),
  paymentTermsDays: days(365),
  paymentInstructions: optionalText(1000),
  appliesCredit: z.boolean("invalid").default(false),
  accentColor: z.string("required").regex(/^#[0-9a-f]{6}$/i, "color"),
});

export const UpdateOrganizationInput = OrganizationFields.extend({
  version: z.int("invalid").min(1, "invalid"),
});

/** First-run set-up: the organization, its usual tax, and its first admin. */
export const SetUpInput = z
  .object({
    organizationName: text(200),
    country,
    currency,
    timeZone: z.string("required").refine(isTimeZone, "timeZone"),
    taxNumber: optionalText(40),
    taxName: optionalText(40),
    taxPercent: blankOr(TaxPercent),
    name: text(200),
    email,
    password: NewPassword,
  })
  // Half a tax would be dropped in silence.
  .refine((input) => !input.taxPercent || input.taxName, { path: ["taxName"], error: "required" })
  .refine((input) => !input.taxName || input.taxPercent, { path: ["taxPercent"], error: "required" });

/** A tax beside VAT: its name and its percentage, or neither. */
const extraTax = { name: optionalText(40), percent: blankOr(TaxPercent) };

export const CreateTaxRateInput = z
  .object({
    id,
    name: text(40),
    category: z.enum(taxCategories, "invalid").default("S"),
    /** Of the standard category alone. */
    percent: blankOr(TaxPercent),
    compoundName: extraTax.name,
    compoundPercent: extraTax.percent,
    withholdingName: extraTax.name,
    withholdingPercent: extraTax.percent,
    exemptionReason: optionalText(300),
    isDefault: z.boolean("invalid").default(false),
  })
  .refine((rate) => rate.category !== "S" || rate.percent, { path: ["percent"], error: "required" })
  .refine((rate) => !rate.compoundPercent || rate.compoundName, { path: ["compoundName"], error: "required" })
  .refine((rate) => !rate.compoundName || rate.compoundPercent, {
    path: ["compoundPercent"],
    error: "required",
  })
  .refine((rate) => !rate.withholdingPercent || rate.withholdingName, {
    path: ["withholdingName"],
    error: "required",
  })
  .refine((rate) => !rate.withholdingName || rate.withholdingPercent, {
    path: ["withholdingPercent"],
    error: "required",
  });

/** Whether admins and accountants need a second factor. */
export const MfaPolicyInput = z.object({ policy: z.enum(["required", "optional"], "invalid") });

/** The sum in the organization's currency, as typed; empty for no limit. */
export const RefundApprovalInput = z.object({
  above: blankOr(decimalText(4, 1_000_000_000_000_000).refine((sum) => !sum.startsWith("-"), "negative")),
});

export type RefundApprovalForm = z.input<typeof RefundApprovalInput>;

export const TaxRateIdInput = z.object({ id });

export const NumberSeriesInput = z
  .object({
    code: z.enum(documentKinds, "invalid"),
    pattern: z.string("required").trim().min(1, "required").refine(isNumberPattern, "numberPattern"),
    restartsYearly: z.boolean("invalid").default(false),
  })
  // Else the first number of a year would be one of the year before.
  .refine((series) => !series.restartsYearly || series.pattern.includes("{YYYY}"), {
    path: ["pattern"],
    error: "patternWithoutYear",
  });

export type TaxRateForm = z.input<typeof CreateTaxRateInput>;
export type NumberSeriesForm = z.input<typeof NumberSeriesInput>;
export type OrganizationForm = z.input<typeof OrganizationFields>;
export type SetUpForm = z.input<typeof SetUpInput>;
