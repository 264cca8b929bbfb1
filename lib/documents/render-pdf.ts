import { renderToBuffer } from "@react-pdf/renderer";
import { translator } from "@/lib/i18n/translator";
import { type DocumentLabels, documentLabels } from "./labels";
import { registerFonts } from "./pdf/fonts";
import { InvoicePdf } from "./pdf/invoice-pdf";
import type { DocumentView } from "./types";

/** The PDF of a document. */
export function renderPdf(view: DocumentView): Promise<Buffer> {
  registerFonts();
  return renderToBuffer(InvoicePdf({ view, labels: labels() }));
}

function labels(): DocumentLabels {
  const t = translator("document");
  return documentLabels((key, values) => t(key as never, values as never));
}

/** A PDF as an answer that is never cached. The name is made of plain characters alone. */
export function pdfResponse(pdf: Buffer, number: string | null): Response {
  const name = (number ?? "draft").replace(/[^\w-]+/g, "-");
  return new Response(new Uint8Array(pdf), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${name}.pdf"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
