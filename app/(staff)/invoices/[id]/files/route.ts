import { attachFile } from "@/lib/files/attach";
import { receiveFile } from "@/lib/web/receive-file";

/** Takes a file to attach to a draft. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const invoiceId = (await params).id;
  return receiveFile(request, { permission: "file.write", purpose: "attachment" }, (ctx, file) =>
    attachFile(ctx, { invoiceId, file }),
  );
}
