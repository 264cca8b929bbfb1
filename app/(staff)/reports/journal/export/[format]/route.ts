import { notFound } from "next/navigation";
import { bookFormatNames, bookFormats } from "@/lib/core/books-formats";
import { readPeriod } from "@/lib/core/period";
import { getClosing } from "@/lib/ledger/close-books";
import { exportJournal } from "@/lib/ledger/export";
import { requirePermission } from "@/lib/web/current";
import { streamed } from "@/lib/web/streamed";

/** The journal of a period as a file, sent while it is read. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ format: string }> },
): Promise<Response> {
  const { ctx } = await requirePermission("books.read");
  const asked = (await params).format;
  const format = bookFormatNames.find((name) => name === asked);
  const { today } = await getClosing(ctx, {});
  const { period, problem } = readPeriod(Object.fromEntries(new URL(request.url).searchParams), today);
  if (!format || problem) notFound();
  const { extension, contentType } = bookFormats[format];
  return new Response(await streamed(exportJournal(ctx, format, period)), {
    headers: {
      "content-type": contentType,
      "content-disposition": `attachment; filename="journal-${period.from}-${period.to}.${extension}"`,
      "cache-control": "private, no-store",
    },
  });
}
