import { setNonce } from "get-nonce";

/**
 * Some libraries put a style element of their own into the page, which the content security policy
 * refuses unless it carries the nonce of the page. Radix asks get-nonce for it; sonner asks nobody,
 * so style elements get it as they are created. Only scripts that the policy already trusts come here.
 */
function adoptNonce(): void {
  const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
  if (!nonce) return;
  setNonce(nonce);
  const create = document.createElement.bind(document);
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  }) as typeof document.createElement;
}

if (typeof document !== "undefined") adoptNonce();
