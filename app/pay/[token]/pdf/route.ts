import { pdfResponse } from "@/lib/documents/render-pdf";
import { getInvoice } from "@/lib/invoices/detail";
import { requireLink } from "@/lib/web/link";
import { orNotFound } from "@/lib/web/page";
import { rated } from "@/lib/web/rated";

/** The invoice's PDF, for the holder of its link. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const ctx = await requireLink((await params).token);
  const detail = await orNotFound(getInvoice(ctx, { id: ctx.actor.invoiceId }));
  return rated("pdf", ctx.actor.linkId, () => pdfResponse(ctx, detail));
}
