import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { paymentMethods } from "../../lib/core/payment-methods";
import { createdAt, exchangeRate, id, isoDate, minor, organizationId, updatedAt } from "../columns";
import { clients } from "./clients";
import { invoices } from "./invoices";
import { organizations } from "./organizations";
import { memberships } from "./users";

/** A client's try to pay at a gateway: made before the gateway is asked, decided by its webhook. */
export const paymentAttempts = pgTable(
  "payment_attempts",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    invoiceId: uuid("invoice_id").notNull(),
    gateway: text("gateway").notNull(),
    amountMinor: minor("amount_minor").notNull(),
    currency: text("currency").notNull(),
    state: text("state", { enum: ["created", "open", "succeeded", "failed", "expired"] })
      .notNull()
      .default("created"),
    gatewaySessionId: text("gateway_session_id"),
    checkoutUrl: text("checkout_url"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique("payment_attempts_session").on(t.organizationId, t.gateway, t.gatewaySessionId),
    index("payment_attempts_invoice").on(t.organizationId, t.invoiceId),
    foreignKey({
      columns: [t.organizationId, t.invoiceId],
      foreignColumns: [invoices.organizationId, invoices.id],
    }),
    check("payment_attempts_amount", sql`${t.amountMinor} > 0`),
    check("payment_attempts_state", sql`${t.state} in ('created','open','succeeded','failed','expired')`),
  ],
);

/** Money received. A gateway's payment can be recorded once: its id is a key. Only its reversal is ever noted later. */
export const payments = pgTable(
  "payments",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    clientId: uuid("client_id").notNull(),
    method: text("method", { enum: paymentMethods }).notNull(),
    /** Set exactly when it was paid online. */
    gateway: text("gateway"),
    attemptId: uuid("attempt_id"),
    gatewayPaymentId: text("gateway_payment_id"),
    amountMinor: minor("amount_minor").notNull(),
    currency: text("currency").notNull(),
    exchangeRate: exchangeRate().notNull().default("1"),
    receivedOn: isoDate("received_on").notNull(),
    reference: text("reference"),
    note: text("note"),
    recordedBy: uuid("recorded_by"),
    reversedOn: isoDate("reversed_on"),
    reversalReason: text("reversal_reason"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique("payments_gateway").on(t.organizationId, t.gateway, t.gatewayPaymentId),
    index("payments_client").on(t.organizationId, t.clientId, t.id),
    foreignKey({
      columns: [t.organizationId, t.clientId],
      foreignColumns: [clients.organizationId, clients.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.attemptId],
      foreignColumns: [paymentAttempts.organizationId, paymentAttempts.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.recordedBy],
      foreignColumns: [memberships.organizationId, memberships.userId],
    }),
    check("payments_amount", sql`${t.amountMinor} > 0`),
    check("payments_exchange_rate", sql`${t.exchangeRate} > 0`),
    check("payments_method", sql`${t.method} in ('bank_transfer','cash','cheque','card_terminal','online')`),
    check("payments_online", sql`(${t.method} = 'online') = (${t.gateway} is not null)`),
  ],
);

/**
 * Which part of a payment or a credit note settles which invoice. Never changed; taken back as a whole, once.
 * What it was worth in the organization's currency, at the invoice's rate and at the source's, is kept so that taking
 * it back undoes the exchange difference as well.
 */
export const allocations = pgTable(
  "allocations",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    paymentId: uuid("payment_id"),
    creditNoteId: uuid("credit_note_id"),
    invoiceId: uuid("invoice_id").notNull(),
    amountMinor: minor("amount_minor").notNull(),
    invoiceBaseMinor: minor("invoice_base_minor").notNull(),
    sourceBaseMinor: minor("source_base_minor").notNull(),
    appliedOn: isoDate("applied_on").notNull(),
    unappliedOn: isoDate("unapplied_on"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index("allocations_invoice").on(t.organizationId, t.invoiceId),
    index("allocations_payment").on(t.organizationId, t.paymentId),
    index("allocations_credit_note").on(t.organizationId, t.creditNoteId),
    foreignKey({
      columns: [t.organizationId, t.paymentId],
      foreignColumns: [payments.organizationId, payments.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.creditNoteId],
      foreignColumns: [invoices.organizationId, invoices.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.invoiceId],
      foreignColumns: [invoices.organizationId, invoices.id],
    }),
    check("allocations_amount", sql`${t.amountMinor} > 0`),
    check("allocations_source", sql`(${t.paymentId} is null) <> (${t.creditNoteId} is null)`),
    check("allocations_unapplied", sql`${t.unappliedOn} >= ${t.appliedOn}`),
  ],
);

/**
 * Money given back out of a payment. It is booked before a gateway is asked, so that two refunds can't both have it;
 * when the gateway fails, the booking is taken back.
 */
export const refunds = pgTable(
  "refunds",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    paymentId: uuid("payment_id").notNull(),
    amountMinor: minor("amount_minor").notNull(),
    currency: text("currency").notNull(),
    method: text("method", { enum: paymentMethods }).notNull(),
    state: text("state", { enum: ["pending", "succeeded", "failed"] }).notNull(),
    gatewayRefundId: text("gateway_refund_id"),
    problem: text("problem"),
    reason: text("reason"),
    refundedOn: isoDate("refunded_on").notNull(),
    recordedBy: uuid("recorded_by"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index("refunds_payment").on(t.organizationId, t.paymentId),
    unique("refunds_gateway").on(t.organizationId, t.gatewayRefundId),
    foreignKey({
      columns: [t.organizationId, t.paymentId],
      foreignColumns: [payments.organizationId, payments.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.recordedBy],
      foreignColumns: [memberships.organizationId, memberships.userId],
    }),
    check("refunds_amount", sql`${t.amountMinor} > 0`),
    check("refunds_state", sql`${t.state} in ('pending','succeeded','failed')`),
    check("refunds_method", sql`${t.method} in ('bank_transfer','cash','cheque','card_terminal','online')`),
  ],
);
