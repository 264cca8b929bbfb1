import type { Tx } from "@/db/client";
import { domainEvents } from "@/db/schema";
import { actorId } from "./actor";
import { clock } from "./clock";
import type { Ctx } from "./context";
import { newId } from "./ids";

/** What can happen. A trigger queues the job that tells the subscribers, in the same transaction. */
export type DomainEventType =
  | "invoice.created"
  | "invoice.updated"
  | "invoice.deleted"
  | "invoice.finalized"
  | "invoice.scheduled"
  | "invoice.unscheduled"
  | "invoice.schedule_failed"
  | "invoice.sent"
  | "invoice.reminded"
  | "invoice.viewed"
  | "invoice.voided"
  | "invoice.written_off"
  | "invoice.credited"
  | "credit_note.created"
  | "credit_note.updated"
  | "credit_note.finalized"
  | "credit_note.voided"
  | "invoice.link_revoked"
  | "quote.created"
  | "quote.updated"
  | "quote.finalized"
  | "quote.voided"
  | "quote.accepted"
  | "quote.declined"
  | "quote.invoiced"
  | "payment.started"
  | "payment.received"
  | "payment.applied"
  | "payment.failed"
  | "payment.reversed"
  | "payment.refunded"
  | "refund.started"
  | "refund.failed"
  | "refund.requested"
  | "refund.approved"
  | "refund.refused"
  | "refund.withdrawn"
  | "credit.applied"
  | "credit.unapplied"
  | "statement.sent"
  | "client.created"
  | "client.updated"
  | "client.erased"
  | "export.ready"
  | "organization.created"
  | "user.invited"
  | "user.joined"
  | "user.changed"
  | "role.created"
  | "role.updated"
  | "role.deleted"
  | "session.new_device"
  | "password.reset_requested"
  | "password.changed"
  | "email.change_requested"
  | "email.changed"
  | "user.factor_changed";

export type DomainEvent = {
  type: DomainEventType;
  subjectId: string;
  /** The invoice whose timeline shows it. */
  invoiceId?: string;
  /** JSON: amounts as strings of minor units. */
  payload?: Record<string, unknown>;
};

/** Writes a domain event in the caller's transaction. Returns its id. */
export async function writeEvent(tx: Tx, ctx: Ctx, event: DomainEvent): Promise<string> {
  const id = newId();
  const actor = { actorKind: ctx.actor.kind, actorId: actorId(ctx.actor) };
  await tx.insert(domainEvents).values({ id, ...event, ...actor, createdAt: clock.now() });
  return id;
}
