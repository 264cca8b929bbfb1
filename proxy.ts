import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/platform/env";
import { readBody } from "@/lib/web/body";

/** Forms and webhooks stay far below this. */
const BODY_LIMIT = 1024 * 1024;

/**
 * Headers for every answer: a nonce for scripts, no caching, no framing. It is no security boundary:
 * actions, pages and routes each authenticate and authorize for themselves.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (!allowedHost(request)) return new NextResponse("misdirected request", { status: 421 });
  if (await tooLarge(request)) return new NextResponse("too large", { status: 413 });
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const csp = policy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", csp);
  headers.set("x-request-id", crypto.randomUUID());
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", csp);
  response.headers.set("x-request-id", headers.get("x-request-id") ?? "");
  response.headers.set("cache-control", "private, no-store");
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("referrer-policy", "same-origin");
  response.headers.set("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=()");
  if (appUrl().protocol === "https:")
    response.headers.set("strict-transport-security", "max-age=63072000; includeSubDomains");
  return response;
}

export const config = { matcher: ["/((?!_next/static|icon.svg).*)"] };

const appUrl = () => new URL(env().APP_URL);

// A length that is declared is enforced by Node. What comes in chunks is counted; the page still gets the whole of it.
async function tooLarge(request: NextRequest): Promise<boolean> {
  const declared = request.headers.get("content-length");
  if (declared !== null) return Number(declared) > BODY_LIMIT;
  return request.body !== null && (await readBody(request, BODY_LIMIT)) === null;
}

// A forwarded host would otherwise be believed by the origin check of server actions.
function allowedHost(request: NextRequest): boolean {
  const allowed = appUrl().host;
  const forwarded = request.headers.get("x-forwarded-host");
  const host = request.headers.get("host") ?? "";
  const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;
  const fine = (name: string) => name === allowed || loopback.test(name);
  return fine(host) && (forwarded === null || fine(forwarded));
}

function policy(nonce: string): string {
  const development = env().NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
