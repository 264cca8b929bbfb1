import { z } from "zod";

/** Addresses hold tokens of links: what stands behind the first part of a path is not told. */
const place = z
  .string()
  .max(2000)
  .transform((text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    return url ? `${url.protocol}//${url.host}/${url.pathname.split("/")[1] ?? ""}` : text.slice(0, 40);
  });
const word = z.string().max(200);

const Old = z.object({
  "csp-report": z.object({
    "document-uri": place,
    "effective-directive": word.optional(),
    "violated-directive": word.optional(),
    "blocked-uri": place.optional(),
  }),
});
const New = z.array(
  z.object({
    type: z.literal("csp-violation"),
    body: z.object({ documentURL: place, effectiveDirective: word, blockedURL: place.optional() }),
  }),
);

export type CspReport = { page: string; directive: string; blocked: string | null };

/** What a browser reports, in its older (`report-uri`) or newer (`report-to`) form; nothing of what is neither. At most ten. */
export function cspReports(body: string): CspReport[] {
  const json = parse(body);
  const old = Old.safeParse(json);
  if (old.success) {
    const report = old.data["csp-report"];
    return [
      {
        page: report["document-uri"],
        directive: report["effective-directive"] ?? report["violated-directive"] ?? "",
        blocked: report["blocked-uri"] ?? null,
      },
    ];
  }
  const reports = New.safeParse(json);
  if (!reports.success) return [];
  return reports.data.slice(0, 10).map(({ body }) => ({
    page: body.documentURL,
    directive: body.effectiveDirective,
    blocked: body.blockedURL ?? null,
  }));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
