import { renderStatement } from "@/lib/documents/statement/pdf";
import { statementViewOf } from "@/lib/documents/statement/view";
import { clientStatement } from "@/lib/statements/queries";
import { requirePermission } from "@/lib/web/current";
import { orNotFound } from "@/lib/web/page";
import { rated } from "@/lib/web/rated";

/** A client's statement as a PDF, for staff; the period as `from` and `to` in the address. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { ctx, actor } = await requirePermission("statement.read");
  const { searchParams } = new URL(request.url);
  const period = { from: searchParams.get("from"), to: searchParams.get("to") };
  const statement = await orNotFound(clientStatement(ctx, { clientId: (await params).id, ...period }));
  return rated("pdf", actor.userId, async () => {
    const pdf = await renderStatement(statementViewOf(statement));
    return new Response(new Uint8Array(pdf), {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": `inline; filename="statement-${statement.from}-${statement.to}.pdf"`,
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  });
}
