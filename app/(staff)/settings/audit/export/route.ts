import { notFound } from "next/navigation";
import { exportAudit } from "@/lib/audit/export";
import { readSpan } from "@/lib/core/period";
import { clock } from "@/lib/platform/clock";
import { requirePermission } from "@/lib/web/current";
import { orNotFound } from "@/lib/web/page";
import { firstValues } from "@/lib/web/params";
import { rated } from "@/lib/web/rated";
import { streamed } from "@/lib/web/streamed";

/** What fits of the audit log as CSV, sent while it is read. */
export async function GET(request: Request): Promise<Response> {
  const { ctx, actor } = await requirePermission("audit.read");
  const asked = await firstValues(Promise.resolve(Object.fromEntries(new URL(request.url).searchParams)));
  const { who, action, subject, search } = asked;
  const { span, problem } = readSpan(asked);
  if (problem) notFound();
  const pieces = exportAudit(ctx, { who, action, subject, search, ...span });
  return rated(
    "export",
    actor.userId,
    async () =>
      new Response(await orNotFound(streamed(pieces)), {
        headers: {
          "content-type": "text/csv; charset=utf-8",
          "content-disposition": `attachment; filename="audit-log-${clock.now().toISOString().slice(0, 10)}.csv"`,
          "cache-control": "private, no-store",
        },
      }),
  );
}
