import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { paymentMethods } from "../../lib/core/payment-methods";
import { createdAt, id, instant, isoDate, minor, organizationId } from "../columns";
import { organizations } from "./organizations";
import { payments } from "./payments";
import { memberships } from "./users";

/**
 * A refund that somebody else has to approve. Nothing is booked before: the refund that an approval books has the
 * request's id.
 */
export const refundRequests = pgTable(
  "refund_requests",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    paymentId: uuid("payment_id").notNull(),
    amountMinor: minor("amount_minor").notNull(),
    currency: text("currency").notNull(),
    method: text("method", { enum: paymentMethods }).notNull(),
    refundedOn: isoDate("refunded_on").notNull(),
    reason: text("reason"),
    state: text("state", { enum: ["pending", "approved", "refused", "withdrawn"] })
      .notNull()
      .default("pending"),
    requestedBy: uuid("requested_by").notNull(),
    decidedBy: uuid("decided_by"),
    decidedAt: instant("decided_at"),
    /** Why it was refused. */
    refusal: text("refusal"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index("refund_requests_payment").on(t.organizationId, t.paymentId),
    uniqueIndex("refund_requests_waiting").on(t.organizationId, t.paymentId).where(sql`state = 'pending'`),
    foreignKey({
      columns: [t.organizationId, t.paymentId],
      foreignColumns: [payments.organizationId, payments.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.requestedBy],
      foreignColumns: [memberships.organizationId, memberships.userId],
    }),
    foreignKey({
      columns: [t.organizationId, t.decidedBy],
      foreignColumns: [memberships.organizationId, memberships.userId],
    }),
    check("refund_requests_amount", sql`${t.amountMinor} > 0`),
    check("refund_requests_state", sql`${t.state} in ('pending','approved','refused','withdrawn')`),
    check(
      "refund_requests_method",
      sql`${t.method} in ('bank_transfer','cash','cheque','card_terminal','online')`,
    ),
    check("refund_requests_two_people", sql`${t.decidedBy} <> ${t.requestedBy}`),
    check(
      "refund_requests_decided",
      sql`(${t.state} in ('approved','refused')) = (${t.decidedBy} is not null) and (${t.state} = 'pending') = (${t.decidedAt} is null)`,
    ),
    check("refund_requests_refusal", sql`(${t.state} = 'refused') = (${t.refusal} is not null)`),
  ],
);
