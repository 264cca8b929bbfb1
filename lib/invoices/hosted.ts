import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { invoiceLinks, invoices } from "@/db/schema";
import type { Actor } from "@/lib/platform/actor";
import { clock } from "@/lib/platform/clock";
import { transaction } from "@/lib/platform/context";
import { hashToken } from "@/lib/platform/crypto";
import { notFound } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";

/** The actor that holds a hosted page's token; null when it is unknown or revoked, which takes the same time. */
export async function findLinkActor(token: string): Promise<Extract<Actor, { kind: "link" }> | null> {
  const tokenHash = hashToken(token.slice(0, 200));
  return transaction(
    { kind: "anonymous", organizationId: null },
    async (tx) => {
      const [link] = await tx
        .select()
        .from(invoiceLinks)
        .where(and(eq(invoiceLinks.tokenHash, tokenHash), isNull(invoiceLinks.revokedAt)));
      if (!link) return null;
      return {
        kind: "link",
        organizationId: link.organizationId,
        invoiceId: link.invoiceId,
        linkId: link.id,
      };
    },
    { readOnly: true },
  );
}

/** Looking again within this time is the same view. */
const SAME_VIEW_MINUTES = 30;

/** Notes that the client looked at the hosted page: first and last time. Staff who look are not noted. */
export const recordView = verb("invoice.view", z.object({}), async (tx, ctx) => {
  ctx.unchanged();
  if (ctx.actor.kind !== "link") throw notFound();
  const { invoiceId } = ctx.actor;
  const [invoice] = await tx.select().from(invoices).where(eq(invoices.id, invoiceId)).for("update");
  if (!invoice) throw notFound();
  const now = clock.now();
  const since = invoice.lastViewedAt
    ? now.getTime() - invoice.lastViewedAt.getTime()
    : Number.POSITIVE_INFINITY;
  if (since < SAME_VIEW_MINUTES * 60_000) return;
  await tx
    .update(invoices)
    .set({ firstViewedAt: invoice.firstViewedAt ?? now, lastViewedAt: now })
    .where(eq(invoices.id, invoiceId));
  await ctx.audit({
    action: "invoice.view",
    subjectType: "invoice",
    subjectId: invoiceId,
    before: { lastViewedAt: invoice.lastViewedAt },
    after: { lastViewedAt: now },
  });
  await ctx.emit({ type: "invoice.viewed", subjectId: invoiceId, invoiceId });
});
