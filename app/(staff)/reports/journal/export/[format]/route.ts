import { notFound, redirect } from "next/navigation";
import { bookFormatNames, bookFormats } from "@/lib/core/books-formats";
import { readPeriod } from "@/lib/core/period";
import { isFresh } from "@/lib/core/permissions";
import { getClosing } from "@/lib/ledger/close-books";
import { exportJournal } from "@/lib/ledger/export";
import { clock } from "@/lib/platform/clock";
import { requirePermission } from "@/lib/web/current";
import { rated } from "@/lib/web/rated";
import { streamed } from "@/lib/web/streamed";

/** The journal of a period as a file, sent while it is read. Without a fresh proof it leads to the page that asks for one. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ format: string }> },
): Promise<Response> {
  const { ctx, actor } = await requirePermission("books.export");
  const asked = (await params).format;
  const format = bookFormatNames.find((name) => name === asked);
  const { today } = await getClosing(ctx, {});
  const { period, problem } = readPeriod(Object.fromEntries(new URL(request.url).searchParams), today);
  if (!format || problem) notFound();
  if (!isFresh(actor.provenAt, clock.now())) redirect(`/reports/journal?${new URLSearchParams(period)}`);
  const { extension, contentType } = bookFormats[format];
  return rated(
    "export",
    actor.userId,
    async () =>
      new Response(await streamed(exportJournal(ctx, format, period)), {
        headers: {
          "content-type": contentType,
          "content-disposition": `attachment; filename="journal-${period.from}-${period.to}.${extension}"`,
          "cache-control": "private, no-store",
        },
      }),
  );
}
