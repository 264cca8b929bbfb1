import { archiveResponse } from "@/lib/web/archive";
import { requirePermission } from "@/lib/web/current";

/** A person's own archive, for that person. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ exportId: string }> },
): Promise<Response> {
  const { ctx } = await requirePermission("account.export");
  return archiveResponse(ctx, "own", (await params).exportId, "/account");
}
