import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant, isoDate, minor, organizationId, updatedAt } from "../columns";
import { clients } from "./clients";
import { invoices } from "./invoices";
import { organizations } from "./organizations";

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

/** Money received. A gateway's payment can be recorded once: its id is a key. */
export const payments = pgTable(
  "payments",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    clientId: uuid("client_id").notNull(),
    attemptId: uuid("attempt_id"),
    gateway: text("gateway").notNull(),
    gatewayPaymentId: text("gateway_payment_id"),
    amountMinor: minor("amount_minor").notNull(),
    currency: text("currency").notNull(),
    receivedOn: isoDate("received_on").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique("payments_gateway").on(t.organizationId, t.gateway, t.gatewayPaymentId),
    index("payments_client").on(t.organizationId, t.clientId),
    foreignKey({
      columns: [t.organizationId, t.clientId],
      foreignColumns: [clients.organizationId, clients.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.attemptId],
      foreignColumns: [paymentAttempts.organizationId, paymentAttempts.id],
    }),
    check("payments_amount", sql`${t.amountMinor} > 0`),
  ],
);

/** Which part of a payment settles which invoice. */
export const paymentAllocations = pgTable(
  "payment_allocations",
  {
    organizationId: organizationId(),
    paymentId: uuid("payment_id").notNull(),
    invoiceId: uuid("invoice_id").notNull(),
    amountMinor: minor("amount_minor").notNull(),
    createdAt: instant("created_at").notNull().default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.paymentId, t.invoiceId] }),
    index("payment_allocations_invoice").on(t.organizationId, t.invoiceId),
    foreignKey({
      columns: [t.organizationId, t.paymentId],
      foreignColumns: [payments.organizationId, payments.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.invoiceId],
      foreignColumns: [invoices.organizationId, invoices.id],
    }),
    check("payment_allocations_amount", sql`${t.amountMinor} > 0`),
  ],
);
