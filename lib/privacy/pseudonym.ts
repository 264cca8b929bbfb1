import { translator } from "@/lib/i18n/translator";

/** Enough of an id to tell one erased name from another, and nothing of whom it stood for. */
export const shortId = (id: string): string => id.slice(-4).toUpperCase();

export const erasedClientName = (id: string): string =>
  translator("privacy")("erasedClient", { code: shortId(id) });

export const formerUserName = (id: string): string =>
  translator("privacy")("formerUser", { code: shortId(id) });

/** Unique, and never delivered (RFC 2606, 2). */
export const unroutableEmail = (id: string): string => `erased-${id}@erased.invalid`;

/** What stands where an address stood: no address, so that nothing is ever sent to it. */
export const erasedRecipient = (id: string, index: number): string => `erased-${shortId(id)}-${index + 1}`;
