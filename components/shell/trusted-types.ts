type Policy = {
  createScriptURL: (url: string) => string | null;
  createHTML: (markup: string) => string;
};
type Factory = { createPolicy: (name: string, policy: Policy) => unknown };

/** How React makes a script element in the browser: the one piece of markup that is ever written. */
const EMPTY_SCRIPT = "<script></script>";

/** What scripts may load and write: chunks of our own; all markup is emptied. Null is refused by the browser. */
export const policy = (origin: string): Policy => ({
  createScriptURL: (url) => (new URL(url, origin).href.startsWith(`${origin}/_next/static/`) ? url : null),
  createHTML: (markup) => (markup === EMPTY_SCRIPT ? markup : ""),
});

/**
 * Makes the page's default Trusted Types policy (W3C): Next.js loads its chunks by plain addresses, which the page's
 * Content Security Policy refuses unless this one lets them pass. Browsers without Trusted Types are left as they are.
 */
export function makeTrustedTypesPolicy(): void {
  (window as Window & { trustedTypes?: Factory }).trustedTypes?.createPolicy(
    "default",
    policy(window.location.origin),
  );
}
