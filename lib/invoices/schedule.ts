import { eq } from "drizzle-orm";
import { z } from "zod";
import { invoices } from "@/db/schema";
import { addDays, daysBetween, startOfDay } from "@/lib/core/dates";
import { clock } from "@/lib/platform/clock";
import { conflict, invalid, notFound } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/queue";
import { verb } from "@/lib/platform/verb";
import { organizationDay } from "./dates";
import { recipientOf } from "./recipient";
import { FinalizeInput, InvoiceIdInput, ScheduleInput } from "./schemas";

/**
 * Lets a draft be finalized and sent by itself on a day to come, which becomes its issue date; the due date keeps its
 * distance. Scheduling again moves the day.
 * @throws DomainError conflict `frozen`, `changedElsewhere`, `noRecipient`; invalid `on` unless it is in the future
 */
export const scheduleInvoice = verb(
  "invoice.finalize",
  ScheduleInput,
  async (tx, ctx, { id, version, on }) => {
    const [draft] = await tx.select().from(invoices).where(eq(invoices.id, id)).for("update");
    if (!draft) throw notFound();
    if (draft.lifecycle !== "draft") throw conflict("frozen");
    if (draft.version !== version) throw conflict("changedElsewhere");
    const { today, timeZone } = await organizationDay(tx);
    if (on <= today) throw invalid("on", "notInFuture");
    if (!(await recipientOf(tx, draft))) throw conflict("noRecipient");
    const dueDate =
      draft.dueDate && draft.issueDate ? addDays(on, daysBetween(draft.issueDate, draft.dueDate)) : null;
    const change = { scheduledFor: on, issueDate: on, dueDate };
    await tx
      .update(invoices)
      .set({ ...change, version: version + 1, updatedAt: clock.now() })
      .where(eq(invoices.id, id));
    const payload = { organizationId: ctx.actor.organizationId, id };
    await enqueue(tx, "scheduled", payload, { at: startOfDay(on, timeZone), key: `scheduled:${id}` });
    await ctx.audit({
      action: `${draft.kind}.schedule`,
      subjectType: draft.kind,
      subjectId: id,
      before: { scheduledFor: draft.scheduledFor },
      after: change,
    });
    await ctx.emit({ type: "invoice.scheduled", subjectId: id, invoiceId: id, payload: { date: on } });
    return { id, version: version + 1 };
  },
);

/** Takes a draft's schedule back. */
export const unscheduleInvoice = verb("invoice.finalize", FinalizeInput, async (tx, ctx, { id, version }) => {
  const [draft] = await tx.select().from(invoices).where(eq(invoices.id, id)).for("update");
  if (!draft) throw notFound();
  if (draft.lifecycle !== "draft") throw conflict("frozen");
  if (draft.version !== version) throw conflict("changedElsewhere");
  await tx
    .update(invoices)
    .set({ scheduledFor: null, version: version + 1, updatedAt: clock.now() })
    .where(eq(invoices.id, id));
  await ctx.audit({
    action: `${draft.kind}.unschedule`,
    subjectType: draft.kind,
    subjectId: id,
    before: { scheduledFor: draft.scheduledFor },
    after: { scheduledFor: null },
  });
  await ctx.emit({ type: "invoice.unscheduled", subjectId: id, invoiceId: id });
  return { id, version: version + 1 };
});

/** Whether a draft's day has come, and the version to finalize. */
export const scheduledDraft = verb("invoice.finalize", InvoiceIdInput, async (tx, ctx, { id }) => {
  ctx.unchanged();
  const [draft] = await tx.select().from(invoices).where(eq(invoices.id, id));
  const { today } = await organizationDay(tx);
  return draft?.lifecycle === "draft" && draft.scheduledFor && draft.scheduledFor <= today
    ? draft.version
    : null;
});

/** Notes why a draft could not be finalized on its day, and lets it be a plain draft again. */
export const scheduleFailed = verb(
  "invoice.finalize",
  InvoiceIdInput.extend({ reason: z.string() }),
  async (tx, ctx, { id, reason }) => {
    await tx.update(invoices).set({ scheduledFor: null }).where(eq(invoices.id, id));
    await ctx.audit({
      action: "invoice.schedule_failed",
      subjectType: "invoice",
      subjectId: id,
      after: { scheduledFor: null, reason },
    });
    await ctx.emit({ type: "invoice.schedule_failed", subjectId: id, invoiceId: id, payload: { reason } });
  },
);
