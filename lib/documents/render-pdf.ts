import { renderToBuffer } from "@react-pdf/renderer";
import type { InvoiceDetail } from "@/lib/invoices/detail";
import { registerFonts } from "./pdf/fonts";
import { InvoicePdf } from "./pdf/invoice-pdf";
import type { DocumentView } from "./types";
import { documentViewOf } from "./view";
import { documentWords } from "./words";

/** The PDF of a document. */
export function renderPdf(view: DocumentView): Promise<Buffer> {
  registerFonts();
  return renderToBuffer(InvoicePdf({ view, labels: documentWords() }));
}

/** An invoice's PDF as an answer that is never cached. Its file name is made of plain characters alone. */
export async function pdfResponse(detail: InvoiceDetail): Promise<Response> {
  const pdf = await renderPdf(documentViewOf(detail));
  const name = (detail.invoice.number ?? "draft").replace(/[^\w-]+/g, "-");
  return new Response(new Uint8Array(pdf), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${name}.pdf"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
