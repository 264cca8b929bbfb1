import type { IncomingHttpHeaders } from "node:http";

/** Whether a browser says that the request comes from a page of another site; SDKs send no Origin. */
export function foreignOrigin(headers: IncomingHttpHeaders): boolean {
  const { origin, host } = headers;
  // A page under `referrer-policy: no-referrer` posts its own forms with the origin "null".
  if (!origin || origin === "null") return headers["sec-fetch-site"] === "cross-site";
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
