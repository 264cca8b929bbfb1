/** Who asks. The holder's link is of our client's invoice; another client and those elsewhere are strangers to it. */
export const CALLERS = [
  "nobody",
  "link holder",
  "other client",
  "own client",
  "accountant",
  "admin",
  "accountant elsewhere",
  "admin elsewhere",
] as const;
export type Caller = (typeof CALLERS)[number];

// One answer for each caller, in that order. ok: 200; none: 404; in: on to the sign-in; /…: on to another page.
const ANYBODY = "ok ok ok ok ok ok ok ok";
const PERSON = "in in ok ok ok ok ok ok";
const STAFF = "in in /portal /portal ok ok ok ok";
const OUR_STAFF = "in in /portal /portal ok ok none none";
const ADMIN = "in in /portal /portal none ok none ok";
const OUR_ADMIN = "in in /portal /portal none ok none none";
const HOLDER = "none ok none none none none none none";
const NOTHING = "none none none none none none none none";

/** What every page and route of the build answers, asked by GET about a client of ours. */
export const EXPECTED: Record<string, string> = {
  "/": "in in /portal /portal /overview /overview /overview /overview",
  "/.well-known/security.txt": NOTHING,
  "/account": PERSON,
  "/account/export/[exportId]": "in in none none none none none none",
  "/account/security": PERSON,
  "/api/auth/[...nextauth]": ANYBODY,
  "/api/csp-reports": "405 405 405 405 405 405 405 405",
  "/api/health": ANYBODY,
  "/api/health/live": ANYBODY,
  "/api/live": "401 401 401 401 ok ok ok ok",
  "/api/webhooks/[gateway]/[organizationId]": "405 405 405 405 405 405 405 405",
  "/clients": STAFF,
  "/clients/[id]": OUR_STAFF,
  "/clients/[id]/edit": OUR_STAFF,
  "/clients/[id]/privacy": OUR_ADMIN,
  "/clients/[id]/privacy/export/[exportId]": "in in none none none none none none",
  "/clients/[id]/statement": OUR_STAFF,
  "/clients/[id]/statement/pdf": "in in none none ok ok none none",
  "/clients/new": STAFF,
  "/email-change/[token]": ANYBODY,
  "/files/[id]": "in in none ok ok ok none none",
  "/forgot-password": ANYBODY,
  "/invitations/[token]": NOTHING,
  "/invoices": STAFF,
  "/invoices/[id]": OUR_STAFF,
  "/invoices/[id]/edit": OUR_STAFF,
  "/invoices/[id]/files": "405 405 405 405 405 405 405 405",
  "/invoices/[id]/pdf": "in in none none ok ok none none",
  "/invoices/new":
    "in in /portal /portal /invoices/[id]/edit /invoices/[id]/edit /invoices/[id]/edit /invoices/[id]/edit",
  "/overview": STAFF,
  "/pay/[token]": HOLDER,
  "/pay/[token]/files/[id]": HOLDER,
  "/pay/[token]/pdf": HOLDER,
  "/payments": STAFF,
  "/payments/[id]": OUR_STAFF,
  "/payments/new": STAFF,
  "/portal": "in in ok ok / / / /",
  "/portal/invoices/[id]": "in in none /pay/[token] / / / /",
  "/portal/invoices/[id]/pdf": "in in none ok ok ok none none",
  "/quotes": STAFF,
  "/reports": STAFF,
  "/reports/accounts/[code]": STAFF,
  "/reports/close": STAFF,
  "/reports/journal": STAFF,
  "/reports/journal/[id]": OUR_STAFF,
  "/reports/journal/export/[format]": "in in none none ok ok ok ok",
  "/reports/trial-balance": STAFF,
  "/reset-password/[token]": ANYBODY,
  "/settings": STAFF,
  "/settings/audit": ADMIN,
  "/settings/audit/[id]": OUR_ADMIN,
  "/settings/audit/export": "in in none none none ok none ok",
  "/settings/logo": "405 405 405 405 405 405 405 405",
  "/settings/privacy": ADMIN,
  "/settings/users": ADMIN,
  "/settings/users/roles/[id]": OUR_ADMIN,
  "/settings/users/roles/new": ADMIN,
  "/settings/work": ADMIN,
  "/setup": "in in in in in in in in",
  "/sign-in": "ok ok / / / / / /",
  "/sign-in/enrol": "/ / / / / / / /",
  "/sign-in/verify": "/ / / / / / / /",
};
