import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  createdAt,
  decimal,
  exchangeRate,
  id,
  instant,
  isoDate,
  minor,
  organizationId,
  ppm,
  updatedAt,
} from "../columns";
import { clients, products } from "./clients";
import { organizations, taxRates } from "./organizations";
import { memberships } from "./users";

/** Seller or buyer as printed on an issued document. */
export type Party = {
  name: string;
  email: string | null;
  taxNumber: string | null;
  addressLines: string[];
  country: string | null;
};

/**
 * Invoices and credit notes: the same document (EN 16931 types 380 and 381) with the same lines, taxes, numbers and
 * rules, so they share a table. A credit note's amounts are positive; its kind gives them their sign.
 */
export const invoices = pgTable(
  "invoices",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    kind: text("kind", { enum: ["invoice", "credit_note"] })
      .notNull()
      .default("invoice"),
    lifecycle: text("lifecycle", { enum: ["draft", "open", "void", "written_off"] })
      .notNull()
      .default("draft"),
    number: text("number"),
    clientId: uuid("client_id"),
    currency: text("currency").notNull(),
    /** The invoice that a credit note credits. */
    creditedInvoiceId: uuid("credited_invoice_id"),
    /** A credit note that stays with the client as credit, instead of being applied to its invoice. */
    keepsCredit: boolean("keeps_credit").notNull().default(false),
    /** Entered in a draft, frozen when it is issued. */
    exchangeRate: exchangeRate(),
    pricesIncludeTax: boolean("prices_include_tax").notNull().default(false),
    issueDate: isoDate("issue_date"),
    dueDate: isoDate("due_date"),
    reference: text("reference"),
    notes: text("notes"),
    subtotalMinor: minor("subtotal_minor").notNull(),
    taxMinor: minor("tax_minor").notNull(),
    totalMinor: minor("total_minor").notNull(),
    /** Tax that the client keeps back: total − withheld is payable. */
    withheldMinor: minor("withheld_minor").notNull().default(sql`0`),
    /** All discounts, of lines and of the whole, without tax. */
    grantedMinor: minor("granted_minor").notNull().default(sql`0`),
    /** Snapshots, taken when the invoice is finalized. */
    seller: jsonb("seller").$type<Party>(),
    buyer: jsonb("buyer").$type<Party>(),
    locale: text("locale"),
    paymentInstructions: text("payment_instructions"),
    accentColor: text("accent_color"),
    finalizedAt: instant("finalized_at"),
    sentAt: instant("sent_at"),
    firstViewedAt: instant("first_viewed_at"),
    lastViewedAt: instant("last_viewed_at"),
    voidedAt: instant("voided_at"),
    writtenOffAt: instant("written_off_at"),
    /** Counts saves: a save that names an older version is refused. */
    version: integer("version").notNull().default(1),
    createdBy: uuid("created_by"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique("invoices_number").on(t.organizationId, t.number),
    index("invoices_client").on(t.organizationId, t.clientId, t.id),
    index("invoices_lifecycle").on(t.organizationId, t.lifecycle, t.id),
    foreignKey({
      columns: [t.organizationId, t.clientId],
      foreignColumns: [clients.organizationId, clients.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.createdBy],
      foreignColumns: [memberships.organizationId, memberships.userId],
    }),
    foreignKey({
      columns: [t.organizationId, t.creditedInvoiceId],
      foreignColumns: [t.organizationId, t.id],
    }),
    index("invoices_credited")
      .on(t.organizationId, t.creditedInvoiceId)
      .where(sql`credited_invoice_id is not null`),
    check("invoices_kind", sql`${t.kind} in ('invoice','credit_note')`),
    check("invoices_credits", sql`(${t.kind} = 'credit_note') = (${t.creditedInvoiceId} is not null)`),
    check("invoices_keeps_credit", sql`${t.kind} = 'credit_note' or not ${t.keepsCredit}`),
    check("invoices_exchange_rate", sql`${t.exchangeRate} > 0`),
    check("invoices_withheld", sql`${t.withheldMinor} between 0 and ${t.totalMinor}`),
    check("invoices_lifecycle", sql`${t.lifecycle} in ('draft','open','void','written_off')`),
    check(
      "invoices_issued",
      sql`${t.lifecycle} = 'draft' or (${t.number} is not null and ${t.clientId} is not null and ${t.issueDate} is not null
        and ${t.dueDate} is not null and ${t.seller} is not null and ${t.buyer} is not null and ${t.finalizedAt} is not null
        and ${t.exchangeRate} is not null)`,
    ),
    check("invoices_draft_number", sql`${t.lifecycle} <> 'draft' or ${t.number} is null`),
    check("invoices_total", sql`${t.totalMinor} = ${t.subtotalMinor} + ${t.taxMinor}`),
    check("invoices_total_sign", sql`${t.totalMinor} >= 0`),
    check("invoices_due", sql`${t.dueDate} >= ${t.issueDate}`),
  ],
);

export const invoiceItems = pgTable(
  "invoice_items",
  {
    organizationId: organizationId(),
    id: id(),
    invoiceId: uuid("invoice_id").notNull(),
    position: integer("position").notNull(),
    productId: uuid("product_id"),
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
