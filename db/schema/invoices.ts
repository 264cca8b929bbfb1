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
  exchangeRate,
  id,
  instant,
  isoDate,
  minor,
  organizationId,
  sealed,
  updatedAt,
} from "../columns";
import { clients } from "./clients";
import { files } from "./files";
import { organizations } from "./organizations";
import { memberships } from "./users";

/** What is open of a seller or buyer as printed on an issued document; the rest is sealed. */
export type OpenParty = { name: string; email: string | null; country: string | null };

/**
 * Invoices (deposit invoices among them), credit notes and quotes: the same document (EN 16931 types 380, 386, 381)
 * with the same lines, taxes, numbers and rules, so they share a table. A credit note's amounts are positive; its kind
 * gives them their sign. A quote posts nothing; its due date is the last day on which it can be accepted.
 */
export const invoices = pgTable(
  "invoices",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    kind: text("kind", { enum: ["invoice", "credit_note", "quote"] })
      .notNull()
      .default("invoice"),
    lifecycle: text("lifecycle", {
      enum: ["draft", "open", "accepted", "declined", "void", "written_off"],
    })
      .notNull()
      .default("draft"),
    number: text("number"),
    clientId: uuid("client_id"),
    currency: text("currency").notNull(),
    /** The invoice that a credit note credits. */
    creditedInvoiceId: uuid("credited_invoice_id"),
    /** A credit note that stays with the client as credit, instead of being applied to its invoice. */
    keepsCredit: boolean("keeps_credit").notNull().default(false),
    /** The quote that an invoice was made from: as a deposit on it, or as the invoice over all of it. */
    quoteId: uuid("quote_id"),
    isDeposit: boolean("is_deposit").notNull().default(false),
    /** The day on which a draft is finalized and sent by itself. */
    scheduledFor: isoDate("scheduled_for"),
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
    seller: jsonb("seller").$type<OpenParty>(),
    buyer: jsonb("buyer").$type<OpenParty>(),
    sellerSealed: sealed("seller_sealed"),
    buyerSealed: sealed("buyer_sealed"),
    locale: text("locale"),
    paymentInstructionsSealed: sealed("payment_instructions_sealed"),
    accentColor: text("accent_color"),
    logoFileId: uuid("logo_file_id"),
    finalizedAt: instant("finalized_at"),
    sentAt: instant("sent_at"),
    firstViewedAt: instant("first_viewed_at"),
    lastViewedAt: instant("last_viewed_at"),
    voidedAt: instant("voided_at"),
    writtenOffAt: instant("written_off_at"),
    /** Who accepted or declined a quote on its hosted page, as they wrote their name, and what they said. */
    answeredAt: instant("answered_at"),
    answeredBy: text("answered_by"),
    answerNote: text("answer_note"),
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
    foreignKey({
      columns: [t.organizationId, t.quoteId],
      foreignColumns: [t.organizationId, t.id],
    }),
    foreignKey({
      name: "invoices_logo_fk",
      columns: [t.organizationId, t.logoFileId],
      foreignColumns: [files.organizationId, files.id],
    }),
    index("invoices_logo").on(t.organizationId, t.logoFileId).where(sql`logo_file_id is not null`),
    index("invoices_quote").on(t.organizationId, t.quoteId).where(sql`quote_id is not null`),
    // A quote becomes an invoice once; when that is voided, again.
    uniqueIndex("invoices_of_quote")
      .on(t.organizationId, t.quoteId)
      .where(sql`quote_id is not null and not is_deposit and lifecycle <> 'void'`),
    index("invoices_scheduled")
      .on(t.organizationId, t.scheduledFor)
      .where(sql`lifecycle = 'draft' and scheduled_for is not null`),
    check("invoices_kind", sql`${t.kind} in ('invoice','credit_note','quote')`),
    check("invoices_from_quote", sql`${t.kind} = 'invoice' or (${t.quoteId} is null and not ${t.isDeposit})`),
    check("invoices_deposit", sql`not ${t.isDeposit} or ${t.quoteId} is not null`),
    check(
      "invoices_answer",
      sql`(${t.lifecycle} in ('accepted','declined')) <= (${t.kind} = 'quote' and ${t.answeredAt} is not null and ${t.answeredBy} is not null)`,
    ),
    check("invoices_credits", sql`(${t.kind} = 'credit_note') = (${t.creditedInvoiceId} is not null)`),
    check("invoices_keeps_credit", sql`${t.kind} = 'credit_note' or not ${t.keepsCredit}`),
    check("invoices_exchange_rate", sql`${t.exchangeRate} > 0`),
    check("invoices_withheld", sql`${t.withheldMinor} between 0 and ${t.totalMinor}`),
    check(
      "invoices_lifecycle",
      sql`${t.lifecycle} in ('draft','open','accepted','declined','void','written_off')`,
    ),
    check(
      "invoices_issued",
      sql`${t.lifecycle} = 'draft' or (${t.number} is not null and ${t.clientId} is not null and ${t.issueDate} is not null
        and ${t.dueDate} is not null and ${t.seller} is not null and ${t.buyer} is not null and ${t.finalizedAt} is not null
        and (${t.exchangeRate} is not null or ${t.kind} = 'quote'))`,
    ),
    check(
      "invoices_sealed",
      sql`${t.sellerSealed} like 's1.%' and ${t.buyerSealed} like 's1.%' and ${t.paymentInstructionsSealed} like 's1.%'`,
    ),
    // Nothing of a party is open that is not said here.
    check(
      "invoices_open_parties",
      sql`${t.seller} - array['name','email','country'] = '{}' and ${t.buyer} - array['name','email','country'] = '{}'`,
    ),
    check("invoices_draft_number", sql`${t.lifecycle} <> 'draft' or ${t.number} is null`),
    check("invoices_total", sql`${t.totalMinor} = ${t.subtotalMinor} + ${t.taxMinor}`),
    check("invoices_total_sign", sql`${t.totalMinor} >= 0`),
    check("invoices_due", sql`${t.dueDate} >= ${t.issueDate}`),
  ],
);
