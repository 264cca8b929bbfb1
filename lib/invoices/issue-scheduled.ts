import { z } from "zod";
import type { Ctx } from "@/lib/platform/context";
import { DomainError } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { finalizeInvoice } from "./finalize";
import { scheduledDraft, scheduleFailed } from "./schedule";
import { sendInvoice } from "./send";

const issue = verb(
  "invoice.finalize",
  z.object({ id: z.uuid(), version: z.int() }),
  async (tx, ctx, input) => {
    // The verbs inside keep the trail.
    ctx.unchanged();
    await finalizeInvoice.within(tx, ctx, input);
    await sendInvoice.within(tx, ctx, { id: input.id, message: "" });
  },
);

/**
 * Finalizes and sends a scheduled draft when its day has come; run again it finds nothing to do. What people have to
 * put right (a closed period, a missing tax number) is noted and told; anything else is tried again by the queue.
 */
export async function issueScheduled(ctx: Ctx, { id }: { id: string }): Promise<void> {
  const version = await scheduledDraft(ctx, { id });
  if (version === null) return;
  try {
    await issue(ctx, { id, version });
  } catch (error) {
    if (!(error instanceof DomainError) || error.key === "tryAgain" || error.key === "changedElsewhere")
      throw error;
    await scheduleFailed(ctx, { id, reason: Object.values(error.fields)[0] ?? error.key });
  }
}
