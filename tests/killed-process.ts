import { sql } from "drizzle-orm";
import { connect } from "@/db/client";
import { finalizeInvoice } from "@/lib/invoices/finalize";
import { type Ctx, replaceConnection, transaction } from "@/lib/platform/context";

/**
 * Finalizes invoices in a transaction that never commits, and kills its own process with their numbers taken.
 * Arguments: the database's address, the actor's context and the drafts as JSON.
 */
const [url = "", actor = "", drafts = ""] = process.argv.slice(2);
const ctx = JSON.parse(actor) as Ctx;
replaceConnection(connect(url, 1));
await transaction(ctx.actor, async (tx) => {
  for (const draft of JSON.parse(drafts) as object[]) await finalizeInvoice.within(tx, ctx, draft);
  await tx.execute(sql`select 1`);
  process.kill(process.pid, "SIGKILL");
});
