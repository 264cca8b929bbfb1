import { env } from "@/lib/platform/env";
import { readBody } from "./body";
import { takesFile } from "./file-addresses";

/** Forms and webhooks stay far below this. */
const BODY_LIMIT = 1024 * 1024;
const METHODS = ["GET", "HEAD", "POST"];

/** Why a request is not let in at all, before anybody asks whose it is; null when it is. */
export async function refusal(request: Request): Promise<Response | null> {
  if (!allowedHost(request.headers)) return text(421, "misdirected request");
  if (!METHODS.includes(request.method))
    return text(405, "method not allowed", { allow: METHODS.join(", ") });
  if (foreign(request)) return text(403, "cross-site request");
  if (await tooLarge(request)) return text(413, "too large");
  return null;
}

const text = (status: number, body: string, headers: Record<string, string> = {}) =>
  new Response(body, { status, headers: { "content-type": "text/plain; charset=utf-8", ...headers } });

// A forwarded host would otherwise be believed by the origin check of server actions.
function allowedHost(headers: Headers): boolean {
  const allowed = new URL(env().APP_URL).host;
  const forwarded = headers.get("x-forwarded-host");
  const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;
  const fine = (name: string) => name === allowed || loopback.test(name);
  return fine(headers.get("host") ?? "") && (forwarded === null || fine(forwarded));
}

/**
 * Whether another site's page asks for anything but to be left for this one (W3C Fetch Metadata): links into the
 * product are followed, nothing of it is embedded, fetched or posted to from elsewhere. Programs send none of these headers.
 */
function foreign({ headers, method }: Request): boolean {
  if (!["cross-site", "same-site"].includes(headers.get("sec-fetch-site") ?? "")) return false;
  const followed =
    headers.get("sec-fetch-mode") === "navigate" && headers.get("sec-fetch-dest") === "document";
  return !followed || method === "POST";
}

// A length that is declared is enforced by Node. What comes in chunks is counted; the page still gets the whole of it.
async function tooLarge(request: Request): Promise<boolean> {
  if (request.method === "POST" && takesFile(new URL(request.url).pathname)) return false;
  const declared = request.headers.get("content-length");
  if (declared !== null) return Number(declared) > BODY_LIMIT;
  return request.body !== null && (await readBody(request, BODY_LIMIT)) === null;
}
