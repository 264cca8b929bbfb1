import { redirect } from "next/navigation";
import type { Ctx } from "@/lib/platform/context";
import { DomainError } from "@/lib/platform/errors";
import { download } from "@/lib/privacy/download";
import { orNotFound } from "./page";
import { streamed } from "./streamed";

/** An archive as a download that nothing keeps a copy of. Without a fresh proof it leads to the page that asks for one. */
export async function archiveResponse(
  ctx: Ctx,
  kind: "client" | "own",
  id: string,
  page: string,
): Promise<Response> {
  const { bytes, pieces } = await orNotFound(download(ctx, kind, id)).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === "step_up") redirect(page);
    throw error;
  });
  return new Response(await streamed(pieces), {
    headers: {
      "content-type": "application/zip",
      "content-length": String(bytes),
      "content-disposition": `attachment; filename="personal-data-${id.slice(-4)}.zip"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
