import { pdfResponse, renderPdf } from "@/lib/documents/render-pdf";
import { documentViewOf } from "@/lib/documents/view";
import { getInvoice } from "@/lib/invoices/queries";
import { requirePermission } from "@/lib/web/current";
import { orNotFound } from "@/lib/web/page";

/** The invoice's PDF, for a signed-in client; the database shows it its own alone. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { ctx } = await requirePermission("invoice.read");
  const detail = await orNotFound(getInvoice(ctx, { id: (await params).id }));
  return pdfResponse(await renderPdf(documentViewOf(detail)), detail.invoice.number);
}
