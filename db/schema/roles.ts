import { sql } from "drizzle-orm";
import { check, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, organizationId, updatedAt } from "../columns";
import { organizations } from "./organizations";

/** A role that an organization has made of the permission table's rows. */
export const customRoles = pgTable(
  "custom_roles",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    name: text("name").notNull(),
    /** Names of the permission table; what the code does not know grants nothing. */
    permissions: text("permissions").array().notNull(),
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex("custom_roles_name").on(t.organizationId, sql`lower(${t.name})`),
    check(
      "custom_roles_named",
      sql`char_length(${t.name}) between 1 and 60 and lower(${t.name}) not in ('admin','accountant','client')`,
    ),
    check("custom_roles_permissions", sql`cardinality(${t.permissions}) between 1 and 200`),
  ],
);
