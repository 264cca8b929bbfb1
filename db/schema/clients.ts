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
import { createdAt, decimal, id, instant, organizationId, updatedAt } from "../columns";
import { organizations, taxRates } from "./organizations";

/** Who is invoiced. */
export const clients = pgTable(
  "clients",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    name: text("name").notNull(),
    taxNumber: text("tax_number"),
    addressLine1: text("address_line1"),
    addressLine2: text("address_line2"),
    postalCode: text("postal_code"),
    city: text("city"),
    region: text("region"),
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
    phone: text("phone"),
    isPrimary: boolean("is_primary").notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index("contacts_client").on(t.organizationId, t.clientId),
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
