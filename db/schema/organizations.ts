import { sql } from "drizzle-orm";
import { boolean, check, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, organizationId, ppm, updatedAt } from "../columns";

/** The tenant and, on its invoices, the seller. */
export const organizations = pgTable("organizations", {
  id: uuid("id").primaryKey(),
  name: text("name").notNull(),
  email: text("email"),
  taxNumber: text("tax_number"),
  addressLine1: text("address_line1"),
  addressLine2: text("address_line2"),
  postalCode: text("postal_code"),
  city: text("city"),
  region: text("region"),
  country: text("country").notNull(),
  currency: text("currency").notNull(),
  timeZone: text("time_zone").notNull().default("UTC"),
  locale: text("locale").notNull().default("en"),
  paymentTermsDays: integer("payment_terms_days").notNull().default(14),
  paymentInstructions: text("payment_instructions"),
  accentColor: text("accent_color").notNull().default("#4f46e5"),
  /** Made-up data for trying things out; said on every page. */
  isDemo: boolean("is_demo").notNull().default(false),
  version: integer("version").notNull().default(1),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});

/** A document number series. Its row is the lock under which numbers are taken. */
export const numberSeries = pgTable(
  "number_series",
  {
    organizationId: organizationId().references(() => organizations.id),
    code: text("code").notNull(),
    pattern: text("pattern").notNull(),
    nextValue: integer("next_value").notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.code] }),
    check("number_series_next_value", sql`${t.nextValue} >= 1`),
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
  ],
);
