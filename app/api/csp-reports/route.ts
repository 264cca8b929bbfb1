import { log } from "@/lib/platform/log";
import { readBody } from "@/lib/web/body";
import { cspReports } from "@/lib/web/csp-reports";
import { rated } from "@/lib/web/rated";

/** Browsers send a few lines. */
const LIMIT = 16 * 1024;

/** Browsers' reports of what a page's policy refused (CSP Level 3, 5): logged, since they mean a fault or an attack. */
export async function POST(request: Request): Promise<Response> {
  return rated("report", "all", async () => {
    const body = await readBody(request, LIMIT);
    if (body === null) return new Response(null, { status: 413 });
    for (const report of cspReports(body)) log.warn({ report }, "a page's policy refused something");
    return new Response(null, { status: 204 });
  });
}
