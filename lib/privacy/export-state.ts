import { and, eq, inArray, ne } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { dataExportParts, dataExports } from "@/db/schema";
import { exportDays } from "@/lib/core/retention";
import { clock } from "@/lib/platform/clock";
import { conflict, notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { seal } from "@/lib/platform/seal";
import { verb } from "@/lib/platform/verb";
import { ExportIdInput } from "./schemas";

/** Where a piece of an archive is sealed for. */
export const pieceAt = (organizationId: string, id: string) =>
  ({ table: "data_export_parts", column: "content_sealed", id, organizationId }) as const;

/**
 * Begins to make an archive, or begins anew what a killed worker left: its pieces go, and what it might still write is
 * refused from now on. Null when there is nothing to do any more.
 */
export const beginExport = verb("privacy.run", ExportIdInput, async (tx, ctx, { id }) => {
  ctx.unchanged();
  const [row] = await tx.select().from(dataExports).where(eq(dataExports.id, id)).for("update");
  // Whoever was erased meanwhile has no archive any more.
  if (!row) return null;
  if (row.state === "ready" || row.state === "expired") return null;
  const [other] = await tx
    .select({ id: dataExports.id })
    .from(dataExports)
    .where(
      and(
        eq(dataExports.subjectType, row.subjectType),
        eq(dataExports.subjectId, row.subjectId),
        inArray(dataExports.state, ["queued", "running"]),
        ne(dataExports.id, id),
      ),
    );
  if (other) return null;
  const runId = newId();
  await tx.delete(dataExportParts).where(eq(dataExportParts.exportId, id));
  await tx
    .update(dataExports)
    .set({ state: "running", runId, done: 0, total: 0 })
    .where(eq(dataExports.id, id));
  return { runId, subjectType: row.subjectType, subjectId: row.subjectId };
});

const RunInput = z.object({ id: z.uuid(), runId: z.uuid() });

const ofRun = ({ id, runId }: z.infer<typeof RunInput>) =>
  and(eq(dataExports.id, id), eq(dataExports.runId, runId), eq(dataExports.state, "running"));

/** @throws DomainError conflict `tryAgain` for a try that another has taken over from */
async function lockRun(tx: Tx, run: z.infer<typeof RunInput>): Promise<void> {
  const [row] = await tx.select({ id: dataExports.id }).from(dataExports).where(ofRun(run)).for("update");
  if (!row) throw conflict("tryAgain");
}

/** Says how far it has come, for whoever looks. */
export const noteProgress = verb(
  "privacy.run",
  RunInput.extend({ done: z.int(), total: z.int() }),
  async (tx, ctx, { done, total, ...run }) => {
    ctx.unchanged();
    await lockRun(tx, run);
    await tx.update(dataExports).set({ done, total }).where(ofRun(run));
  },
);

/** Keeps a piece of the archive, sealed. */
export const storePiece = verb(
  "privacy.run",
  RunInput.extend({ position: z.int(), content: z.instanceof(Buffer) }),
  async (tx, ctx, { position, content, ...run }) => {
    ctx.unchanged();
    await lockRun(tx, run);
    const id = newId();
    const place = pieceAt(ctx.actor.organizationId ?? "", id);
    const contentSealed = seal(content.toString("base64"), place);
    await tx.insert(dataExportParts).values({ id, exportId: run.id, position, contentSealed });
  },
);

/** The archive is whole: it can be fetched for some days, and its requester is told. */
export const finishExport = verb(
  "privacy.run",
  RunInput.extend({ bytes: z.int(), total: z.int() }),
  async (tx, ctx, { bytes, total, ...run }) => {
    await lockRun(tx, run);
    const readyAt = clock.now();
    const expiresAt = new Date(readyAt.getTime() + exportDays * 86_400_000);
    const [row] = await tx
      .update(dataExports)
      .set({ state: "ready", bytes, done: total, total, readyAt, expiresAt })
      .where(ofRun(run))
      .returning();
    if (!row) throw notFound();
    const { subjectType, subjectId } = row;
    const after = { exportId: run.id, bytes };
    await ctx.audit({ action: "privacy.finish_export", subjectType, subjectId, after });
    await ctx.emit({ type: "export.ready", subjectId: run.id });
  },
);

/** This try did not get through; the queue makes another. */
export const failExport = verb("privacy.run", RunInput, async (tx, ctx, run) => {
  ctx.unchanged();
  await tx.update(dataExports).set({ state: "failed" }).where(ofRun(run));
});
