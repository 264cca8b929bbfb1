import { sum } from "@/lib/core/money";
import type { DomainEventType } from "@/lib/platform/events";
import type { VerbCtx } from "@/lib/platform/verb";

export type Part = { invoiceId: string; amountMinor: bigint };

type Told = { type: DomainEventType; paymentId: string; currency: string; payload: Record<string, unknown> };

/**
 * One event for a payment, in its invoice's timeline. Of several invoices it stands in none: each gets an event of its
 * own with its part.
 */
export async function tell(
  ctx: VerbCtx,
  { type, paymentId, currency, payload }: Told,
  parts: readonly Part[],
  ofPart: DomainEventType,
): Promise<void> {
  const ids = [...new Set(parts.map(({ invoiceId }) => invoiceId))];
  const [only] = ids;
  await ctx.emit({
    type,
    subjectId: paymentId,
    ...(only && ids.length === 1 ? { invoiceId: only } : {}),
    payload: { currency, ...payload },
  });
  if (ids.length < 2) return;
  for (const invoiceId of ids) {
    const own = parts.filter((part) => part.invoiceId === invoiceId);
    const amountMinor = String(sum(own.map((part) => part.amountMinor)));
    await ctx.emit({ type: ofPart, subjectId: paymentId, invoiceId, payload: { amountMinor, currency } });
  }
}
