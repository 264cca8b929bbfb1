import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { fileContents, files } from "@/db/schema";
import { notFound } from "@/lib/platform/errors";
import { query } from "@/lib/platform/verb";
import { FileIdInput } from "./ids";
import { currentLogo } from "./of-document";

/** A file with its bytes; the database decides whose. @throws DomainError not_found */
export const getFile = query("file.read", FileIdInput, async (tx, _ctx, { id }) => {
  const [file] = await tx
    .select({
      purpose: files.purpose,
      name: files.name,
      contentType: files.contentType,
      bytes: fileContents.bytes,
    })
    .from(files)
    .innerJoin(
      fileContents,
      and(eq(fileContents.organizationId, files.organizationId), eq(fileContents.fileId, files.id)),
    )
    .where(eq(files.id, id));
  if (!file) throw notFound();
  return file;
});

/** The organization's logo of today; null without one. */
export const getLogo = query("file.read", z.object({}), (tx) => currentLogo(tx));
