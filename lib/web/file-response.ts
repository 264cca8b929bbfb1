import { getFile } from "@/lib/files/queries";
import type { Ctx } from "@/lib/platform/context";
import { FILE_POLICY } from "./file-addresses";
import { orNotFound } from "./page";

const ENDINGS: Record<string, string> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/webp": "webp",
  "application/pdf": "pdf",
};

/** A file as an answer: a logo to be drawn on our pages, everything else only to be downloaded. */
export async function fileResponse(ctx: Ctx, id: string): Promise<Response> {
  const { purpose, name, contentType, bytes } = await orNotFound(getFile(ctx, { id }));
  const disposition = purpose === "logo" ? "inline" : "attachment";
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": contentType,
      "content-disposition": `${disposition}; filename="${plainName(name, contentType)}"`,
      "content-security-policy": FILE_POLICY,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

/** Plain characters alone (RFC 6266, appendix D), ending as the content does, whatever the sender called it. */
function plainName(name: string, contentType: string): string {
  const stem = name
    .replace(/\.[^.]*$/, "")
    .normalize("NFKD")
    .replace(/[^\w-]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return `${stem || "file"}.${ENDINGS[contentType] ?? "bin"}`;
}
