import { pdfResponse } from "@/lib/documents/render-pdf";
import { getInvoice } from "@/lib/invoices/detail";
import { requirePermission } from "@/lib/web/current";
import { orNotFound } from "@/lib/web/page";
import { rated } from "@/lib/web/rated";

/** The invoice's PDF, for a signed-in client; the database shows it its own alone. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { ctx, actor } = await requirePermission("invoice.read");
  const detail = await orNotFound(getInvoice(ctx, { id: (await params).id }));
  return rated("pdf", actor.userId, () => pdfResponse(ctx, detail));
}
