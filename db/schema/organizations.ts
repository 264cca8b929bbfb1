import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, isoDate, minor, organizationId, ppm, sealed, updatedAt } from "../columns";

/** The tenant and, on its invoices, the seller. */
export const organizations = pgTable(
  "organizations",
  {
    id: uuid("id").primaryKey(),
    name: text("name").notNull(),
    email: text("email"),
    taxNumberSealed: sealed("tax_number_sealed"),
    addressSealed: sealed("address_sealed"),
    country: text("country").notNull(),
    currency: text("currency").notNull(),
    timeZone: text("time_zone").notNull().default("UTC"),
    locale: text("locale").notNull().default("en"),
    paymentTermsDays: integer("payment_terms_days").notNull().default(14),
    paymentInstructionsSealed: sealed("payment_instructions_sealed"),
    accentColor: text("accent_color").notNull().default("#4f46e5"),
    /** For how many days a quote can be accepted. */
    quoteValidDays: integer("quote_valid_days").notNull().default(30),
    /** Nothing is posted on or before this date. */
    booksClosedOn: isoDate("books_closed_on"),
    /** A new invoice is settled from the client's credit as far as that reaches. */
    appliesCredit: boolean("applies_credit").notNull().default(false),
    /** Whether admins and accountants must have a second factor. */
    mfaPolicy: text("mfa_policy", { enum: ["required", "optional"] })
      .notNull()
      .default("required"),
    /** A refund beyond this, in minor units of `currency`, needs a second person; null for none does. */
    refundApprovalAboveMinor: minor("refund_approval_above_minor"),
    /** For how many years issued documents are kept; null for as long as the country's law says. */
    retentionYears: integer("retention_years"),
    /** Made-up data for trying things out; said on every page. */
    isDemo: boolean("is_demo").notNull().default(false),
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    check("organizations_mfa_policy", sql`${t.mfaPolicy} in ('required','optional')`),
    check(
      "organizations_sealed",
      sql`${t.taxNumberSealed} like 's1.%' and ${t.addressSealed} like 's1.%' and ${t.paymentInstructionsSealed} like 's1.%'`,
    ),
    check("organizations_refund_approval", sql`${t.refundApprovalAboveMinor} >= 0`),
    check("organizations_retention_years", sql`${t.retentionYears} between 1 and 100`),
  ],
);

/** A document number series: how its numbers are written, and whether they begin again each year. */
export const numberSeries = pgTable(
  "number_series",
  {
    organizationId: organizationId().references(() => organizations.id),
    code: text("code", { enum: ["invoice", "credit_note", "quote"] }).notNull(),
    pattern: text("pattern").notNull(),
    restart: text("restart", { enum: ["never", "yearly"] })
      .notNull()
      .default("never"),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.code] }),
    check("number_series_restart", sql`${t.restart} in ('never','yearly')`),
    check("number_series_year", sql`${t.restart} = 'never' or ${t.pattern} like '%{YYYY}%'`),
  ],
);

/** How far a series has counted, per year where it begins again (else year 0). Its row is the lock under which numbers are taken. */
export const numberCounters = pgTable(
  "number_counters",
  {
    organizationId: organizationId(),
    series: text("series").notNull(),
    year: integer("year").notNull(),
    nextValue: integer("next_value").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.series, t.year] }),
    foreignKey({
      columns: [t.organizationId, t.series],
      foreignColumns: [numberSeries.organizationId, numberSeries.code],
    }),
    check("number_counters_next_value", sql`${t.nextValue} >= 1`),
  ],
);

export const taxRates = pgTable(
  "tax_rates",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    name: text("name").notNull(),
    category: text("category").notNull(),
    ratePpm: ppm("rate_ppm").notNull(),
    /** A second tax on the base and the first one, added. */
    compoundName: text("compound_name"),
    compoundPpm: ppm("compound_ppm"),
    /** Kept back by the client and paid to the tax office, taken off what is payable. */
    withholdingName: text("withholding_name"),
    withholdingPpm: ppm("withholding_ppm"),
    /** What the document says about why no tax is charged; the law's usual words when empty. */
    exemptionReason: text("exemption_reason"),
    isDefault: boolean("is_default").notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    check("tax_rates_category", sql`${t.category} in ('S','Z','E','AE','K','G','O')`),
    check(
      "tax_rates_rate",
      sql`${t.ratePpm} between 0 and 1000000 and (${t.category} = 'S') = (${t.ratePpm} > 0)`,
    ),
    check(
      "tax_rates_compound",
      sql`(${t.compoundName} is null) = (${t.compoundPpm} is null) and ${t.compoundPpm} between 1 and 1000000`,
    ),
    check(
      "tax_rates_withholding",
      sql`(${t.withholdingName} is null) = (${t.withholdingPpm} is null) and ${t.withholdingPpm} between 1 and 1000000`,
    ),
  ],
);
