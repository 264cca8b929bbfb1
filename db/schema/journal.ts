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
    unique("journal_entries_posted").on(t.organizationId, t.postedOn, t.id),
  ],
);

/**
 * Postings: debit positive, credit negative, in the document's currency and in the organization's (base). An entry's
 * lines sum to zero in both, checked at commit. An exchange difference has a base amount alone. A line repeats its
 * entry's date, held to it by the foreign key, so that an account's ledger is read from one index.
 */
export const journalLines = pgTable(
  "journal_lines",
  {
    organizationId: organizationId(),
    id: id(),
    entryId: uuid("entry_id").notNull(),
    postedOn: isoDate("posted_on").notNull(),
    accountCode: text("account_code").notNull(),
    amountMinor: minor("amount_minor").notNull(),
    currency: text("currency").notNull(),
    baseMinor: minor("base_minor").notNull(),
    clientId: uuid("client_id"),
    invoiceId: uuid("invoice_id"),
    paymentId: uuid("payment_id"),
    creditNoteId: uuid("credit_note_id"),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index("journal_lines_entry").on(t.organizationId, t.entryId),
    index("journal_lines_invoice").on(t.organizationId, t.invoiceId, t.accountCode),
    foreignKey({
      name: "journal_lines_posted",
      columns: [t.organizationId, t.postedOn, t.entryId],
      foreignColumns: [journalEntries.organizationId, journalEntries.postedOn, journalEntries.id],
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
    foreignKey({
      columns: [t.organizationId, t.creditNoteId],
      foreignColumns: [invoices.organizationId, invoices.id],
    }),
    index("journal_lines_account").on(t.organizationId, t.accountCode, t.postedOn, t.id),
    index("journal_lines_client").on(t.organizationId, t.clientId, t.postedOn),
    index("journal_lines_payment").on(t.organizationId, t.paymentId).where(sql`payment_id is not null`),
    check("journal_lines_not_zero", sql`${t.amountMinor} <> 0 or ${t.baseMinor} <> 0`),
    check(
      "journal_lines_credit",
      sql`${t.accountCode} <> 'client_credit' or (${t.clientId} is not null and (${t.paymentId} is null) <> (${t.creditNoteId} is null))`,
    ),
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
    /** In the organization's currency, at the invoice's exchange rate. */
    baseMinor: minor("base_minor").notNull(),
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

/** What is left of a payment or a credit note for its client to use: the same kind of projection, of client_credit. */
export const creditBalances = pgTable(
  "credit_balances",
  {
    organizationId: organizationId().references(() => organizations.id),
    /** The payment's or the credit note's id. */
    sourceId: uuid("source_id").notNull(),
    sourceKind: text("source_kind", { enum: ["payment", "credit_note"] }).notNull(),
    clientId: uuid("client_id").notNull(),
    currency: text("currency").notNull(),
    balanceMinor: minor("balance_minor").notNull(),
    baseMinor: minor("base_minor").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.sourceId] }),
    index("credit_balances_client").on(t.organizationId, t.clientId).where(sql`balance_minor <> 0`),
    foreignKey({
      columns: [t.organizationId, t.clientId],
      foreignColumns: [clients.organizationId, clients.id],
    }),
  ],
);
