import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/platform/env";
import { FILE_POLICY, servesFile } from "@/lib/web/file-addresses";
import { refusal } from "@/lib/web/refuse";
import { contentSecurityPolicy, securityHeaders } from "@/lib/web/security-headers";

/**
 * Headers for every answer: a nonce for scripts, no caching, no framing. It is no security boundary:
 * actions, pages and routes each authenticate and authorize for themselves.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const csp = contentSecurityPolicy(nonce, env().NODE_ENV === "development");
  const requestId = crypto.randomUUID();
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", csp);
  headers.set("x-request-id", requestId);
  const response = (await refusal(request)) ?? NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", servesFile(request.nextUrl.pathname) ? FILE_POLICY : csp);
  response.headers.set("x-request-id", requestId);
  const secure = new URL(env().APP_URL).protocol === "https:";
  for (const [name, value] of Object.entries(securityHeaders(secure))) response.headers.set(name, value);
  return response;
}

export const config = { matcher: ["/((?!_next/static|icon.svg).*)"] };
