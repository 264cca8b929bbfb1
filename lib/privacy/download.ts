import { and, asc, eq, gt } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { dataExportParts, dataExports } from "@/db/schema";
import { userOf } from "@/lib/accounts/own";
import { clock } from "@/lib/platform/clock";
import type { Ctx } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { open } from "@/lib/platform/seal";
import { query, type VerbCtx, verb } from "@/lib/platform/verb";
import { pieceAt } from "./export-state";
import { ExportIdInput, PartInput } from "./schemas";

/** Whether the person has just proved to be themselves: asked before a download, which can't ask by itself. */
export const mayDownloadClient = query("privacy.export", z.object({}), async () => ({ may: true }));
export const mayDownloadOwn = query("account.export", z.object({}), async () => ({ may: true }));

const startClient = verb("privacy.export", ExportIdInput, (tx, ctx, { id }) => start(tx, ctx, id, "client"));
const startOwn = verb("account.export", ExportIdInput, (tx, ctx, { id }) => start(tx, ctx, id, "user"));

/** Notes who fetches an archive. @throws DomainError not_found for one that is not ready, or not there any more */
async function start(tx: Tx, ctx: VerbCtx, id: string, subjectType: "client" | "user") {
  const [row] = await tx
    .select()
    .from(dataExports)
    .where(
      and(
        eq(dataExports.id, id),
        eq(dataExports.subjectType, subjectType),
        eq(dataExports.state, "ready"),
        gt(dataExports.expiresAt, clock.now()),
      ),
    );
  if (!row) throw notFound();
  const { subjectId } = row;
  await ctx.audit({ action: "privacy.download", subjectType, subjectId, after: { exportId: id } });
  const positions = await tx
    .select({ position: dataExportParts.position })
    .from(dataExportParts)
    .where(eq(dataExportParts.exportId, id))
    .orderBy(asc(dataExportParts.position));
  return { bytes: row.bytes ?? 0, positions: positions.map(({ position }) => position) };
}

const clientPiece = query("privacy.export", PartInput, (tx, ctx, input) => readPiece(tx, ctx, input));
const ownPiece = query("account.export", PartInput, (tx, ctx, input) => readPiece(tx, ctx, input));

async function readPiece(tx: Tx, ctx: Ctx, { id, position }: z.infer<typeof PartInput>): Promise<Buffer> {
  const [part] = await tx
    .select()
    .from(dataExportParts)
    .where(and(eq(dataExportParts.exportId, id), eq(dataExportParts.position, position)));
  if (!part) throw notFound();
  const text = open(part.contentSealed, pieceAt(userOf(ctx).organizationId, part.id));
  return Buffer.from(text, "base64");
}

/**
 * An archive, piece by piece: a transaction for each, so that a slow reader holds no connection. A client's for whoever
 * may export clients, a person's own for that person.
 * @throws DomainError forbidden, step_up without a fresh proof, not_found
 */
export async function download(
  ctx: Ctx,
  kind: "client" | "own",
  id: string,
): Promise<{ bytes: number; pieces: AsyncGenerator<Buffer, void, void> }> {
  const [begin, piece] = kind === "client" ? [startClient, clientPiece] : [startOwn, ownPiece];
  const { bytes, positions } = await begin(ctx, { id });
  async function* pieces() {
    for (const position of positions) yield await piece(ctx, { id, position });
  }
  return { bytes, pieces: pieces() };
}
