import { pdfResponse } from "@/lib/documents/render-pdf";
import { getInvoice } from "@/lib/invoices/detail";
import { requireStaff } from "@/lib/web/current";
import { orNotFound } from "@/lib/web/page";
import { rated } from "@/lib/web/rated";

/** The invoice's PDF, for staff: a draft's as well. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { ctx, actor } = await requireStaff("invoice.read");
  const detail = await orNotFound(getInvoice(ctx, { id: (await params).id }));
  return rated("pdf", actor.userId, () => pdfResponse(ctx, detail));
}
