import type { Task } from "graphile-worker";
import { z } from "zod";
import { signHeads } from "@/lib/audit/sign-heads";
import { RETENTION_AT } from "@/lib/core/retention";
import { issueScheduled } from "@/lib/invoices/issue-scheduled";
import { deliver } from "@/lib/notifications/deliver";
import { dispatchEvent } from "@/lib/notifications/dispatch";
import { askForRefund } from "@/lib/payments/ask-refund";
import { bookFee } from "@/lib/payments/book-fee";
import { processWebhook } from "@/lib/payments/process-webhook";
import { type Ctx, systemCtx } from "@/lib/platform/context";
import type { JobName } from "@/lib/platform/queue";
import { retainAll } from "@/lib/privacy/retain-all";
import { runExport } from "@/lib/privacy/run-export";
import { runRetention } from "@/lib/privacy/run-retention";

/** A job acts as the system of the organization that its payload names. */
function task<P extends { organizationId: string }>(
  name: JobName,
  schema: z.ZodType<P>,
  run: (ctx: Ctx, payload: P) => Promise<unknown>,
): Task {
  return async (raw, helpers) => {
    const payload = schema.parse(raw);
    await run(systemCtx(payload.organizationId, name, `job-${helpers.job.id}`), payload);
  };
}

const WithId = z.object({ organizationId: z.uuid(), id: z.uuid() });
const WithEvent = z.object({ organizationId: z.uuid(), eventId: z.uuid() });

/** What each job does. */
export const tasks: Record<JobName, Task> = {
  event: task("event", WithEvent, (ctx, { eventId }) => dispatchEvent(ctx, { eventId })),
  webhook: task("webhook", WithId, (ctx, { id }) => processWebhook(ctx, { id })),
  scheduled: task("scheduled", WithId, (ctx, { id }) => issueScheduled(ctx, { id })),
  email: task("email", WithId, (ctx, { id }) => deliver(ctx, { id })),
  refund: task("refund", WithId, (ctx, { id }) => askForRefund(ctx, { id })),
  fee: task("fee", WithId, (ctx, { id }) => bookFee(ctx, { id })),
  export: task("export", WithId, (ctx, { id }) => runExport(ctx, { id })),
  retention: task("retention", z.object({ organizationId: z.uuid() }), (ctx) => runRetention(ctx)),
  retentionOfAll: async () => void (await retainAll()),
  auditHeads: async () => void (await signHeads()),
};

/** What is done by the clock (UTC), in the manner of cron; what a stopped worker missed within a day is made up for. */
export const crontab = [
  "5 0 * * * auditHeads ?fill=1d",
  `${RETENTION_AT} * * * retentionOfAll ?fill=1d`,
].join("\n");
