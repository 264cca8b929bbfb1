import { archiveResponse } from "@/lib/web/archive";
import { requirePermission } from "@/lib/web/current";

type Params = Promise<{ id: string; exportId: string }>;

/** A client's archive, for whoever may export clients. */
export async function GET(_request: Request, { params }: { params: Params }): Promise<Response> {
  const { ctx } = await requirePermission("privacy.export");
  const { id, exportId } = await params;
  return archiveResponse(ctx, "client", exportId, `/clients/${id}/privacy`);
}
