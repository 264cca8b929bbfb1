import { clock } from "@/lib/platform/clock";
import type { Ctx } from "@/lib/platform/context";
import { zipArchive } from "./archive";
import { clientSource } from "./client-data";
import type { ExportSource } from "./export-source";
import { beginExport, failExport, finishExport, noteProgress, storePiece } from "./export-state";
import { userSource } from "./user-data";

/** Progress is written at most so often, in milliseconds. */
const PAUSE = 250;

/** Makes an archive that was asked for. Made anew from the beginning when it is run again; one that is ready stays as it is. */
export async function runExport(ctx: Ctx, { id }: { id: string }): Promise<void> {
  const begun = await beginExport(ctx, { id });
  if (!begun) return;
  const run = { id, runId: begun.runId };
  try {
    const source = await (begun.subjectType === "client" ? clientSource : userSource)(ctx, begun.subjectId);
    await write(ctx, run, source);
  } catch (error) {
    await failExport(ctx, run);
    throw error;
  }
}

async function write(ctx: Ctx, run: { id: string; runId: string }, source: ExportSource): Promise<void> {
  // The texts are a step as well.
  const total = source.documents.length + 1;
  let position = 0;
  const archive = zipArchive(clock.now(), (content) =>
    storePiece(ctx, { ...run, position: position++, content }),
  );
  await noteProgress(ctx, { ...run, done: 0, total });
  let told = performance.now();
  for (const [index, document] of source.documents.entries()) {
    await archive.add(document.path, await document.render(), { shrinks: false });
    if (performance.now() - told < PAUSE) continue;
    await noteProgress(ctx, { ...run, done: index + 1, total });
    told = performance.now();
  }
  for (const { path, text } of await source.texts())
    await archive.add(path, new TextEncoder().encode(text), { shrinks: true });
  await finishExport(ctx, { ...run, bytes: await archive.end(), total });
}
