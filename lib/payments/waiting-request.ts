import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { refundRequests } from "@/db/schema";
import type { Ctx } from "@/lib/platform/context";
import { conflict, notFound } from "@/lib/platform/errors";
import { lockPayment } from "./load";

/** The person who acts. Only a person asks, decides or withdraws. */
export function personOf({ actor }: Ctx): string {
  if (actor.kind !== "user") throw new Error("Only a person decides on a refund");
  return actor.userId;
}

/**
 * A request that waits, with its payment locked: of two who decide at once the second finds it decided.
 * @throws DomainError not_found; conflict `doneBefore` when it is decided
 */
export async function lockRequest(tx: Tx, id: string) {
  const [found] = await tx
    .select({ paymentId: refundRequests.paymentId })
    .from(refundRequests)
    .where(eq(refundRequests.id, id));
  if (!found) throw notFound();
  const locked = await lockPayment(tx, found.paymentId);
  const [request] = await tx.select().from(refundRequests).where(eq(refundRequests.id, id));
  if (request?.state !== "pending") throw conflict("doneBefore");
  return { request, locked };
}
