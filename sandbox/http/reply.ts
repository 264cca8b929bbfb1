/** An answer as a value, so that faults and idempotency can hold, replay or replace it. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
  /** Close the connection instead of answering. */
  hangUp?: boolean;
}

export function json(status: number, value: unknown, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store", ...headers },
    body: JSON.stringify(value, null, 2),
  };
}

export const noContent = (): Reply => ({ status: 204, headers: {}, body: "" });

/** 303, so that a form post ends in a GET. */
export const redirect = (location: string): Reply => ({ status: 303, headers: { location }, body: "" });

// No form-action here: the checkout's form ends on another site, the shop's success page.
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data: 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'";

export function page(status: number, html: string): Reply {
  return {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": PAGE_POLICY,
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    },
    body: html,
  };
}
