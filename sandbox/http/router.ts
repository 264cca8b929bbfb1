import type { IncomingHttpHeaders } from "node:http";
import type { Reply } from "./reply";

export interface Call {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** Values of the `:names` in the route's path. */
  params: Record<string, string>;
}

export interface Route {
  method: "GET" | "POST" | "DELETE" | "*";
  /** `/mailbox/:id`, or `/v1/*` for everything below. */
  path: string;
  /** Longest body in bytes; 64 KB when absent. */
  limit?: number;
  handle: (call: Call) => Reply | Promise<Reply>;
}

export interface Match {
  route: Route;
  params: Record<string, string>;
}

/** The route for a path: "method" when only the method is wrong. */
export function findRoute(routes: Route[], method: string, path: string): Match | "method" | undefined {
  let known = false;
  for (const route of routes) {
    const params = matchPath(route.path, path);
    if (!params) continue;
    if (route.method === "*" || route.method === method || (method === "HEAD" && route.method === "GET"))
      return { route, params };
    known = true;
  }
  return known ? "method" : undefined;
}

/** The named parts of `path` under `pattern`, or undefined when it doesn't fit. */
export function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split("/");
  const given = path.split("/");
  const open = wanted.at(-1) === "*";
  if (open ? given.length < wanted.length : given.length !== wanted.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    if (open && index === wanted.length - 1) break;
    const value = given[index] ?? "";
    if (part.startsWith(":") && value !== "") params[part.slice(1)] = decode(value);
    else if (part !== value) return undefined;
  }
  return params;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
