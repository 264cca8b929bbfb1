import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, decimal, id, instant, isoDate, minor, organizationId, ppm } from "../columns";
import { products } from "./clients";
import { invoices } from "./invoices";
import { taxRates } from "./organizations";

/** The lines of a document; none but a draft's ever changes. */
export const invoiceItems = pgTable(
  "invoice_items",
  {
    organizationId: organizationId(),
    id: id(),
    invoiceId: uuid("invoice_id").notNull(),
    position: integer("position").notNull(),
    productId: uuid("product_id"),
    /** The deposit invoice that this line takes off; its amounts are negative. */
    deductsInvoiceId: uuid("deducts_invoice_id"),
    description: text("description").notNull(),
    quantity: decimal("quantity").notNull(),
    unit: text("unit"),
    unitPrice: decimal("unit_price").notNull(),
    discountPpm: ppm("discount_ppm"),
    discountAmountMinor: minor("discount_amount_minor"),
    taxRateId: uuid("tax_rate_id"),
    taxName: text("tax_name").notNull(),
    taxCategory: text("tax_category", { enum: ["S", "Z", "E", "AE", "K", "G", "O"] }).notNull(),
    taxRatePpm: ppm("tax_rate_ppm").notNull(),
    compoundName: text("compound_name"),
    compoundPpm: ppm("compound_ppm"),
    withholdingName: text("withholding_name"),
    withholdingPpm: ppm("withholding_ppm"),
    /** In the terms of the prices, which may include tax: gross − discount = amount. Net is without tax. */
    grossMinor: minor("gross_minor").notNull(),
    discountMinor: minor("discount_minor").notNull(),
    amountMinor: minor("amount_minor").notNull(),
    netMinor: minor("net_minor").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique("invoice_items_position").on(t.organizationId, t.invoiceId, t.position),
    foreignKey({
      columns: [t.organizationId, t.invoiceId],
      foreignColumns: [invoices.organizationId, invoices.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.deductsInvoiceId],
      foreignColumns: [invoices.organizationId, invoices.id],
    }),
    index("invoice_items_deducts")
      .on(t.organizationId, t.deductsInvoiceId)
      .where(sql`deducts_invoice_id is not null`),
    check("invoice_items_deduction", sql`${t.deductsInvoiceId} is null or ${t.netMinor} <= 0`),
    foreignKey({
      columns: [t.organizationId, t.productId],
      foreignColumns: [products.organizationId, products.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.taxRateId],
      foreignColumns: [taxRates.organizationId, taxRates.id],
    }),
    check("invoice_items_amount", sql`${t.amountMinor} = ${t.grossMinor} - ${t.discountMinor}`),
    // A deduction's line is negative, and so is its discount.
    check(
      "invoice_items_discount_within_line",
      sql`${t.discountMinor} between least(${t.grossMinor}, 0) and greatest(${t.grossMinor}, 0)`,
    ),
    check("invoice_items_one_discount", sql`${t.discountPpm} is null or ${t.discountAmountMinor} is null`),
    check("invoice_items_discount", sql`${t.discountPpm} between 0 and 1000000`),
    check("invoice_items_price", sql`${t.unitPrice} >= 0 and ${t.quantity} <> 0`),
    check("invoice_items_tax", sql`(${t.taxCategory} = 'S') = (${t.taxRatePpm} > 0)`),
  ],
);

/**
 * Discounts and charges on the whole document (EN 16931 BG-20, BG-21). One that is not given a tax is spread over the
 * taxes of the lines: a row per tax, `part` counting from 0.
 */
export const invoiceAdjustments = pgTable(
  "invoice_adjustments",
  {
    organizationId: organizationId(),
    invoiceId: uuid("invoice_id").notNull(),
    position: integer("position").notNull(),
    part: integer("part").notNull(),
    kind: text("kind", { enum: ["discount", "charge"] }).notNull(),
    description: text("description").notNull(),
    percentPpm: ppm("percent_ppm"),
    /** As entered, of the whole adjustment. */
    enteredMinor: minor("entered_minor"),
    isSpread: boolean("is_spread").notNull(),
    taxRateId: uuid("tax_rate_id"),
    taxName: text("tax_name").notNull(),
    taxCategory: text("tax_category", { enum: ["S", "Z", "E", "AE", "K", "G", "O"] }).notNull(),
    taxRatePpm: ppm("tax_rate_ppm").notNull(),
    compoundName: text("compound_name"),
    compoundPpm: ppm("compound_ppm"),
    withholdingName: text("withholding_name"),
    withholdingPpm: ppm("withholding_ppm"),
    /** In the terms of the prices, and without tax; positive, the kind gives them their sign. */
    amountMinor: minor("amount_minor").notNull(),
    netMinor: minor("net_minor").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.invoiceId, t.position, t.part] }),
    foreignKey({
      columns: [t.organizationId, t.invoiceId],
      foreignColumns: [invoices.organizationId, invoices.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.taxRateId],
      foreignColumns: [taxRates.organizationId, taxRates.id],
    }),
    check("invoice_adjustments_kind", sql`${t.kind} in ('discount','charge')`),
    check("invoice_adjustments_value", sql`(${t.percentPpm} is null) <> (${t.enteredMinor} is null)`),
    check("invoice_adjustments_percent", sql`${t.percentPpm} between 1 and 1000000`),
    check("invoice_adjustments_tax", sql`(${t.taxCategory} = 'S') = (${t.taxRatePpm} > 0)`),
  ],
);

/**
 * The tax breakdown: VAT per category and rate (EN 16931 BG-23), then compound and withholding taxes by name and rate.
 * `reason` is what the document says about a category without tax.
 */
export const invoiceTaxes = pgTable(
  "invoice_taxes",
  {
    organizationId: organizationId(),
    invoiceId: uuid("invoice_id").notNull(),
    position: integer("position").notNull(),
    kind: text("kind", { enum: ["vat", "compound", "withholding"] }).notNull(),
    category: text("category", { enum: ["S", "Z", "E", "AE", "K", "G", "O"] }),
    ratePpm: ppm("rate_ppm").notNull(),
    name: text("name").notNull(),
    reason: text("reason"),
    baseMinor: minor("base_minor").notNull(),
    taxMinor: minor("tax_minor").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.invoiceId, t.position] }),
    uniqueIndex("invoice_taxes_once").on(
      t.organizationId,
      t.invoiceId,
      t.kind,
      t.ratePpm,
      sql`coalesce(category, name)`,
    ),
    check("invoice_taxes_kind", sql`${t.kind} in ('vat','compound','withholding')`),
    check("invoice_taxes_category", sql`(${t.kind} = 'vat') = (${t.category} is not null)`),
    foreignKey({
      columns: [t.organizationId, t.invoiceId],
      foreignColumns: [invoices.organizationId, invoices.id],
    }),
  ],
);

/** A payment plan: what is due when. Payments fill the earliest first. */
export const instalments = pgTable(
  "instalments",
  {
    organizationId: organizationId(),
    invoiceId: uuid("invoice_id").notNull(),
    position: integer("position").notNull(),
    dueDate: isoDate("due_date").notNull(),
    amountMinor: minor("amount_minor").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.invoiceId, t.position] }),
    foreignKey({
      columns: [t.organizationId, t.invoiceId],
      foreignColumns: [invoices.organizationId, invoices.id],
    }),
    check("instalments_amount", sql`${t.amountMinor} > 0`),
  ],
);

/** A share link to the hosted page. The token itself is derived from the id, only its hash is kept. */
export const invoiceLinks = pgTable(
  "invoice_links",
  {
    organizationId: organizationId(),
    id: id(),
    invoiceId: uuid("invoice_id").notNull(),
    tokenHash: text("token_hash").notNull(),
    createdAt: createdAt(),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique("invoice_links_token").on(t.organizationId, t.tokenHash),
    index("invoice_links_lookup").on(t.tokenHash),
    uniqueIndex("invoice_links_current").on(t.organizationId, t.invoiceId).where(sql`revoked_at is null`),
    foreignKey({
      columns: [t.organizationId, t.invoiceId],
      foreignColumns: [invoices.organizationId, invoices.id],
    }),
  ],
);
