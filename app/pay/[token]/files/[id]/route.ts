import { fileResponse } from "@/lib/web/file-response";
import { requireLink } from "@/lib/web/link";

/** A logo or an attachment, for the holder of the document's link. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ token: string; id: string }> },
): Promise<Response> {
  const { token, id } = await params;
  return fileResponse(await requireLink(token), id);
}
