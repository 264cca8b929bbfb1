import { asc, desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { clients, payments, refundRequests, users } from "@/db/schema";
import { query } from "@/lib/platform/verb";

/** Every refund that waits for somebody’s approval, the oldest first. Reading asks for no proof: a list is opened at any time. */
export const listWaitingRefunds = query("payment.read", z.object({}), (tx) =>
  tx
    .select({
      id: refundRequests.id,
      paymentId: refundRequests.paymentId,
      amountMinor: refundRequests.amountMinor,
      currency: refundRequests.currency,
      clientName: clients.name,
      requestedBy: users.name,
      requesterId: users.id,
      createdAt: refundRequests.createdAt,
    })
    .from(refundRequests)
    .innerJoin(payments, eq(payments.id, refundRequests.paymentId))
    .innerJoin(clients, eq(clients.id, payments.clientId))
    .innerJoin(users, eq(users.id, refundRequests.requestedBy))
    .where(eq(refundRequests.state, "pending"))
    .orderBy(asc(refundRequests.id))
    .limit(50),
);

export type WaitingRefund = Awaited<ReturnType<typeof listWaitingRefunds>>[number];

const decider = alias(users, "decider");

/** What was asked to be refunded of a payment and how it was decided, the latest first. */
export const requestsOf = (tx: Tx, paymentId: string) =>
  tx
    .select({ request: refundRequests, requestedBy: users.name, decidedBy: decider.name })
    .from(refundRequests)
    .innerJoin(users, eq(users.id, refundRequests.requestedBy))
    .leftJoin(decider, eq(decider.id, refundRequests.decidedBy))
    .where(eq(refundRequests.paymentId, paymentId))
    .orderBy(desc(refundRequests.id));
