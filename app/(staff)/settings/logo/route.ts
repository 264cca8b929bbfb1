import { setLogo } from "@/lib/files/set-logo";
import { receiveFile } from "@/lib/web/receive-file";

/** Takes the organization's logo. */
export async function POST(request: Request): Promise<Response> {
  return receiveFile(request, { permission: "organization.write", purpose: "logo" }, (ctx, file) =>
    setLogo(ctx, { file }),
  );
}
