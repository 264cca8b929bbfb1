import { may, type Permission } from "@/lib/core/permissions";
import { over } from "@/lib/core/problem";
import { type UploadPurpose, uploads } from "@/lib/core/uploads";
import { type AcceptedFile, acceptFile, tooLarge } from "@/lib/files/accept";
import type { Ctx } from "@/lib/platform/context";
import { DomainError, forbidden, httpStatus, unauthenticated } from "@/lib/platform/errors";
import { takeSlot } from "@/lib/platform/rate";
import { answer } from "./action";
import { readBytes } from "./body";
import { currentUser } from "./current";
import { requestCtx } from "./request";

type Upload = { permission: Permission; purpose: UploadPurpose };

/**
 * Takes a file that is the request's whole body, its name in `x-file-name` (percent-encoded): who sends it and whether
 * they may is known before the first byte is read. Answers as server actions do, as JSON.
 */
export async function receiveFile(
  request: Request,
  { permission, purpose }: Upload,
  keep: (ctx: Ctx, file: AcceptedFile) => Promise<unknown>,
): Promise<Response> {
  const context = async () => {
    const user = await currentUser();
    if (!user) throw unauthenticated();
    if (!may(user.actor.role, permission) || foreignOrigin(request)) throw forbidden();
    const wait = await takeSlot("upload", user.actor.userId);
    if (wait > 0) throw new DomainError("too_many", over("tooOften", wait));
    return requestCtx(user.actor);
  };
  const result = await answer(context, async (ctx) => {
    const bytes = await readBytes(request, uploads[purpose].maxSize);
    if (!bytes) throw tooLarge(purpose);
    await keep(ctx, await acceptFile(purpose, nameOf(request), bytes));
  });
  const status = result.ok ? 200 : result.error.code === "generic" ? 500 : httpStatus[result.error.code];
  const large = !result.ok && Number(request.headers.get("content-length")) > uploads[purpose].maxSize;
  return Response.json(result, { status: status === 422 && large ? 413 : status });
}

// As for server actions: browsers name the page's origin with every POST.
function foreignOrigin({ headers }: Request): boolean {
  const origin = headers.get("origin");
  return origin !== null && (!URL.canParse(origin) || new URL(origin).host !== headers.get("host"));
}

function nameOf({ headers }: Request): string {
  try {
    return decodeURIComponent(headers.get("x-file-name") ?? "");
  } catch {
    return "";
  }
}
