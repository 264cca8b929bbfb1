/**
 * What a page may load and do (CSP Level 3): scripts by nonce alone, nothing from elsewhere, never in a frame. Nothing
 * is written into the page as markup, and no script is loaded but by the named Trusted Types policies: Next.js's own, and
 * the default one of components/shell/trusted-types.ts.
 */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
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
    ...(development ? [] : ["require-trusted-types-for 'script'", "trusted-types nextjs default"]),
    "report-uri /api/csp-reports",
    "report-to csp",
  ].join("; ");
}

/** The headers of every answer, whatever it is. `secure` where people reach the product by TLS. */
export const securityHeaders = (secure: boolean): Record<string, string> => ({
  "cache-control": "private, no-store",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "reporting-endpoints": 'csp="/api/csp-reports"',
  ...(secure ? { "strict-transport-security": "max-age=63072000; includeSubDomains" } : {}),
});
