import { sql } from "drizzle-orm";
import {
  check,
  customType,
  foreignKey,
  index,
  integer,
  type PgTableExtraConfigValue,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, organizationId } from "../columns";
import { invoices } from "./invoices";
import { organizations } from "./organizations";
import { memberships } from "./users";

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/** What was uploaded, without its bytes. A file never changes. */
export const files = pgTable(
  "files",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    purpose: text("purpose", { enum: ["logo", "attachment"] }).notNull(),
    /** The document that an attachment belongs to. */
    invoiceId: uuid("invoice_id"),
    name: text("name").notNull(),
    contentType: text("content_type", {
      enum: ["image/png", "image/jpeg", "image/webp", "application/pdf"],
    }).notNull(),
    /** Bytes, as kept. */
    size: integer("size").notNull(),
    /** Pixels of a picture. */
    width: integer("width"),
    height: integer("height"),
    sha256: text("sha256").notNull(),
    createdBy: uuid("created_by"),
    createdAt: createdAt(),
  },
  // Said, for documents and files point at each other.
  (t): PgTableExtraConfigValue[] => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index("files_invoice").on(t.organizationId, t.invoiceId),
    foreignKey({
      name: "files_invoice_fk",
      columns: [t.organizationId, t.invoiceId],
      foreignColumns: [invoices.organizationId, invoices.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.organizationId, t.createdBy],
      foreignColumns: [memberships.organizationId, memberships.userId],
    }),
    check("files_purpose", sql`${t.purpose} in ('logo','attachment')`),
    check("files_invoice_of", sql`(${t.purpose} = 'attachment') = (${t.invoiceId} is not null)`),
    check(
      "files_content_type",
      sql`${t.contentType} in ('image/png','image/jpeg','image/webp') or (${t.contentType} = 'application/pdf' and ${t.purpose} = 'attachment')`,
    ),
    check("files_size", sql`${t.size} between 1 and 5242880`),
    check(
      "files_pixels",
      sql`(${t.contentType} = 'application/pdf') = (${t.width} is null) and (${t.width} is null) = (${t.height} is null)`,
    ),
    check("files_sha256", sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
  ],
);

/** The bytes of a file, apart from it so that no list reads them. */
export const fileContents = pgTable(
  "file_contents",
  {
    organizationId: organizationId(),
    fileId: uuid("file_id").notNull(),
    bytes: bytea("bytes").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.fileId] }),
    foreignKey({
      name: "file_contents_file_fk",
      columns: [t.organizationId, t.fileId],
      foreignColumns: [files.organizationId, files.id],
    }).onDelete("cascade"),
    check("file_contents_size", sql`octet_length(${t.bytes}) between 1 and 5242880`),
  ],
);

/** The organization's logo of today; issued documents keep the one that they were issued with. */
export const logos = pgTable(
  "logos",
  {
    organizationId: organizationId().references(() => organizations.id),
    fileId: uuid("file_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId] }),
    index("logos_file").on(t.organizationId, t.fileId),
    foreignKey({
      name: "logos_file_fk",
      columns: [t.organizationId, t.fileId],
      foreignColumns: [files.organizationId, files.id],
    }),
  ],
);
