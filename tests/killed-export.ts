import { connect } from "@/db/client";
import { type Ctx, replaceConnection } from "@/lib/platform/context";
import { beginExport, noteProgress, storePiece } from "@/lib/privacy/export-state";

/**
 * Begins to make an archive, keeps a piece of it, and kills its own process.
 * Arguments: the database's address, the actor's context and the archive's id.
 */
const [url = "", actor = "", id = ""] = process.argv.slice(2);
const ctx = JSON.parse(actor) as Ctx;
replaceConnection(connect(url, 1));
const begun = await beginExport(ctx, { id });
const run = { id, runId: begun?.runId };
await noteProgress(ctx, { ...run, done: 1, total: 9 });
await storePiece(ctx, { ...run, position: 0, content: Buffer.from("half an archive") });
process.kill(process.pid, "SIGKILL");
