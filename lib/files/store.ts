import type { Tx } from "@/db/client";
import { fileContents, files } from "@/db/schema";
import { actorId } from "@/lib/platform/actor";
import type { Ctx } from "@/lib/platform/context";
import { newId } from "@/lib/platform/ids";
import type { AcceptedFile } from "./accept";

type Place = { purpose: "logo" } | { purpose: "attachment"; invoiceId: string };

/** Keeps a file with its bytes. Returns its id. The database refuses what is over a limit. */
export async function storeFile(tx: Tx, ctx: Ctx, place: Place, file: AcceptedFile): Promise<string> {
  const id = newId();
  await tx.insert(files).values({ id, ...place, ...file.row, createdBy: actorId(ctx.actor) });
  await tx.insert(fileContents).values({ fileId: id, bytes: file.bytes });
  return id;
}
