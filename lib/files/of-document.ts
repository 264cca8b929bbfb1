import { asc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { files, type invoices, logos } from "@/db/schema";

/** A picture on a document, in pixels. */
export type Logo = { id: string; width: number; height: number };

/** What is attached to a document; `size` in bytes. */
export type Attachment = { id: string; name: string; contentType: string; size: number };

type Document = Pick<typeof invoices.$inferSelect, "lifecycle" | "logoFileId">;

/** The logo that a document prints: a draft that of today, an issued one the one it was issued with. */
export async function logoOf(tx: Tx, { lifecycle, logoFileId }: Document): Promise<Logo | null> {
  if (lifecycle === "draft") return currentLogo(tx);
  if (!logoFileId) return null;
  const [row] = await tx.select(drawn).from(files).where(eq(files.id, logoFileId));
  return row ?? null;
}

/** The logo of the actor's organization. */
export async function currentLogo(tx: Tx): Promise<Logo | null> {
  const [row] = await tx.select(drawn).from(logos).innerJoin(files, eq(files.id, logos.fileId));
  return row ?? null;
}

const drawn = {
  id: files.id,
  width: sql<number>`coalesce(${files.width}, 1)`,
  height: sql<number>`coalesce(${files.height}, 1)`,
};

/** The files of a document, in the order in which they came. */
export const attachmentsOf = (tx: Tx, invoiceId: string): Promise<Attachment[]> =>
  tx
    .select({ id: files.id, name: files.name, contentType: files.contentType, size: files.size })
    .from(files)
    .where(eq(files.invoiceId, invoiceId))
    .orderBy(asc(files.id));
