import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, isoDate, minor, organizationId } from "../columns";
import { clients } from "./clients";
import { invoices } from "./invoices";
import { organizations } from "./organizations";
import { payments } from "./payments";

/** The chart of accounts. */
export const accounts = pgTable(
  "accounts",
  {
    organizationId: organizationId().references(() => organizations.id),
    code: text("code").notNull(),
    kind: text("kind", { enum: ["asset", "liability", "equity", "income", "expense"] }).notNull(),
    name: text("name").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.code] }),
    check("accounts_kind", sql`${t.kind} in ('asset','liability','equity','income','expense')`),
  ],
);

/** One cause posts one entry: (kind, source) is a key. Never changed, never deleted. */
export const journalEntries = pgTable(
  "journal_entries",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    kind: text("kind").notNull(),
    sourceId: uuid("source_id").notNull(),
    postedOn: isoDate("posted_on").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique("journal_entries_source").on(t.organizationId, t.kind, t.sourceId),
    index("journal_entries_posted").on(t.organizationId, t.postedOn),
  ],
);

/** Postings: debit positive, credit negative. An entry's lines sum to zero, checked at commit. */
export const journalLines = pgTable(
  "journal_lines",
  {
    organizationId: organizationId(),
    id: id(),
    entryId: uuid("entry_id").notNull(),
    accountCode: text("account_code").notNull(),
    amountMinor: minor("amount_minor").notNull(),
    currency: text("currency").notNull(),
    clientId: uuid("client_id"),
    invoiceId: uuid("invoice_id"),
    paymentId: uuid("payment_id"),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index("journal_lines_entry").on(t.organizationId, t.entryId),
    index("journal_lines_invoice").on(t.organizationId, t.invoiceId, t.accountCode),
    foreignKey({
      columns: [t.organizationId, t.entryId],
      foreignColumns: [journalEntries.organizationId, journalEntries.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.accountCode],
      foreignColumns: [accounts.organizationId, accounts.code],
    }),
    foreignKey({
      columns: [t.organizationId, t.clientId],
      foreignColumns: [clients.organizationId, clients.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.invoiceId],
      foreignColumns: [invoices.organizationId, invoices.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.paymentId],
      foreignColumns: [payments.organizationId, payments.id],
    }),
    check("journal_lines_not_zero", sql`${t.amountMinor} <> 0`),
    check("journal_lines_receivable", sql`${t.accountCode} <> 'receivable' or ${t.invoiceId} is not null`),
  ],
);

/**
 * What each issued invoice still owes: a projection of its receivable postings, kept by a trigger on journal_lines
 * that alone may write it, so that lists and sums need no scan of the journal.
 */
export const invoiceBalances = pgTable(
  "invoice_balances",
  {
    organizationId: organizationId(),
    invoiceId: uuid("invoice_id").notNull(),
    clientId: uuid("client_id").notNull(),
    currency: text("currency").notNull(),
    dueDate: isoDate("due_date").notNull(),
    balanceMinor: minor("balance_minor").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.invoiceId] }),
    index("invoice_balances_client").on(t.organizationId, t.clientId).where(sql`balance_minor <> 0`),
    index("invoice_balances_owed").on(t.organizationId, t.dueDate, t.invoiceId).where(sql`balance_minor > 0`),
    foreignKey({
      columns: [t.organizationId, t.invoiceId],
      foreignColumns: [invoices.organizationId, invoices.id],
    }),
  ],
);
