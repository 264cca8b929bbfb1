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
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, decimal, id, instant, organizationId, sealed, updatedAt } from "../columns";
import { organizations, taxRates } from "./organizations";

/** Who is invoiced. */
export const clients = pgTable(
  "clients",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    name: text("name").notNull(),
    taxNumberSealed: sealed("tax_number_sealed"),
    /** Finds the client by its exact tax number: a keyed hash of it. */
    taxNumberHash: text("tax_number_hash"),
    addressSealed: sealed("address_sealed"),
    /** Open, for it decides about rules and stands in lists. */
    country: text("country"),
    currency: text("currency").notNull(),
    locale: text("locale"),
    paymentTermsDays: integer("payment_terms_days"),
    notes: text("notes"),
    archivedAt: instant("archived_at"),
    /** Since when nothing is known of them but what their issued documents say. */
    erasedAt: instant("erased_at"),
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index("clients_name").on(t.organizationId, sql`lower(${t.name})`, t.id),
    index("clients_tax_number").on(t.organizationId, t.taxNumberHash).where(sql`tax_number_hash is not null`),
    check("clients_sealed", sql`${t.taxNumberSealed} like 's1.%' and ${t.addressSealed} like 's1.%'`),
    check("clients_hashed", sql`${t.taxNumberHash} like 'h1.%'`),
    check("clients_terms", sql`${t.paymentTermsDays} between 0 and 365`),
  ],
);

/** People at a client; the primary one gets the documents. */
export const contacts = pgTable(
  "contacts",
  {
    organizationId: organizationId(),
    id: id(),
    clientId: uuid("client_id").notNull(),
    name: text("name"),
    email: text("email").notNull(),
    phoneSealed: sealed("phone_sealed"),
    isPrimary: boolean("is_primary").notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index("contacts_client").on(t.organizationId, t.clientId),
    check("contacts_sealed", sql`${t.phoneSealed} like 's1.%'`),
    uniqueIndex("contacts_primary").on(t.organizationId, t.clientId).where(sql`is_primary`),
    foreignKey({
      columns: [t.organizationId, t.clientId],
      foreignColumns: [clients.organizationId, clients.id],
    }),
  ],
);

/** What is sold, offered while writing lines. */
export const products = pgTable(
  "products",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    name: text("name").notNull(),
    description: text("description"),
    unit: text("unit"),
    unitPrice: decimal("unit_price").notNull(),
    currency: text("currency").notNull(),
    taxRateId: uuid("tax_rate_id"),
    archivedAt: instant("archived_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index("products_name").on(t.organizationId, sql`lower(${t.name})`),
    foreignKey({
      columns: [t.organizationId, t.taxRateId],
      foreignColumns: [taxRates.organizationId, taxRates.id],
    }),
  ],
);
