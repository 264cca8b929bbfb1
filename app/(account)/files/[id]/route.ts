import { requirePermission } from "@/lib/web/current";
import { fileResponse } from "@/lib/web/file-response";

/** A logo or an attachment, for whoever is signed in; the database shows them their own alone. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { ctx } = await requirePermission("file.read");
  return fileResponse(ctx, (await params).id);
}
