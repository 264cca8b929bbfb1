import { env } from "@/lib/platform/env";

/** Whether people reach the product by TLS, so that cookies need never travel without it. */
export const isSecure = (): boolean => new URL(env().APP_URL).protocol === "https:";

/**
 * A cookie's name: over TLS with the prefix that binds it to this very host, path / and TLS
 * (RFC 6265bis, 4.1.3.2), so that no neighbouring host can plant one.
 */
export const cookieName = (name: string): string => (isSecure() ? `__Host-${name}` : name);
