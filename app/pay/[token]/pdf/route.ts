import { pdfResponse, renderPdf } from "@/lib/documents/render-pdf";
import { documentViewOf } from "@/lib/documents/view";
import { getInvoice } from "@/lib/invoices/queries";
import { requireLink } from "@/lib/web/link";
import { orNotFound } from "@/lib/web/page";

/** The invoice's PDF, for the holder of its link. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const ctx = await requireLink((await params).token);
  const detail = await orNotFound(getInvoice(ctx, { id: ctx.actor.invoiceId }));
  return pdfResponse(await renderPdf(documentViewOf(detail)), detail.invoice.number);
}
