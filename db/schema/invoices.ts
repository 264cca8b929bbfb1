import { sql } from "drizzle-orm";
import {
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
import { createdAt, decimal, id, instant, isoDate, minor, organizationId, ppm, updatedAt } from "../columns";
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

export const invoices = pgTable(
  "invoices",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    lifecycle: text("lifecycle", { enum: ["draft", "open", "void", "written_off"] })
      .notNull()
      .default("draft"),
    number: text("number"),
    clientId: uuid("client_id"),
    currency: text("currency").notNull(),
    issueDate: isoDate("issue_date"),
    dueDate: isoDate("due_date"),
    reference: text("reference"),
    notes: text("notes"),
    subtotalMinor: minor("subtotal_minor").notNull(),
    taxMinor: minor("tax_minor").notNull(),
    totalMinor: minor("total_minor").notNull(),
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
    check("invoices_lifecycle", sql`${t.lifecycle} in ('draft','open','void','written_off')`),
    check(
      "invoices_issued",
      sql`${t.lifecycle} = 'draft' or (${t.number} is not null and ${t.clientId} is not null and ${t.issueDate} is not null
        and ${t.dueDate} is not null and ${t.seller} is not null and ${t.buyer} is not null and ${t.finalizedAt} is not null)`,
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
    grossMinor: minor("gross_minor").notNull(),
    discountMinor: minor("discount_minor").notNull(),
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
    check("invoice_items_net", sql`${t.netMinor} = ${t.grossMinor} - ${t.discountMinor}`),
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

/** The tax breakdown: one row per category and rate. */
export const invoiceTaxes = pgTable(
  "invoice_taxes",
  {
    organizationId: organizationId(),
    invoiceId: uuid("invoice_id").notNull(),
    category: text("category", { enum: ["S", "Z", "E", "AE", "K", "G", "O"] }).notNull(),
    ratePpm: ppm("rate_ppm").notNull(),
    name: text("name").notNull(),
    baseMinor: minor("base_minor").notNull(),
    taxMinor: minor("tax_minor").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.invoiceId, t.category, t.ratePpm] }),
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
