import { renderToBuffer } from "@react-pdf/renderer";
import { getFile } from "@/lib/files/queries";
import type { InvoiceDetail } from "@/lib/invoices/detail";
import type { Ctx } from "@/lib/platform/context";
import { registerFonts } from "./pdf/fonts";
import { InvoicePdf } from "./pdf/invoice-pdf";
import type { DocumentView } from "./types";
import { documentViewOf } from "./view";
import { documentWords } from "./words";

/** The PDF of a document, with the bytes of its logo. */
export function renderPdf(view: DocumentView, logo?: Uint8Array): Promise<Buffer> {
  registerFonts();
  return renderToBuffer(
    InvoicePdf({ view, labels: documentWords(), logo: logo ? Buffer.from(logo) : undefined }),
  );
}

/** An invoice's PDF as an answer that is never cached. Its file name is made of plain characters alone. */
export async function pdfResponse(ctx: Ctx, detail: InvoiceDetail): Promise<Response> {
  const logo = detail.logo ? await getFile(ctx, { id: detail.logo.id }) : null;
  const pdf = await renderPdf(documentViewOf(detail), logo?.bytes);
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
