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
    taxName: optionalText(40),
    taxPercent: blankOr(TaxPercent),
    name: text(200),
    email,
    password: NewPassword,
  })
  // Half a tax would be dropped in silence.
  .refine((input) => !input.taxPercent || input.taxName, { path: ["taxName"], error: "required" })
  .refine((input) => !input.taxName || input.taxPercent, { path: ["taxPercent"], error: "required" });

export const CreateTaxRateInput = z.object({ id, name: text(40), percent: TaxPercent });

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

export type NumberSeriesForm = z.input<typeof NumberSeriesInput>;
export type OrganizationForm = z.input<typeof OrganizationFields>;
export type SetUpForm = z.input<typeof SetUpInput>;
