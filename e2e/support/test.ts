import { test as base, type ConsoleMessage, expect } from "@playwright/test";

/** Every story also asserts that the browser had nothing to complain about: no CSP violation, no uncaught error. */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      const note = (message: ConsoleMessage) => {
        if (message.type() === "error" && /content security policy|hydrat|uncaught/i.test(message.text()))
          complaints.push(message.text());
      };
      context.on("console", note);
      await context.exposeFunction("noteViolation", (violation: string) => void complaints.push(violation));
      await context.addInitScript(() =>
        document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
          (window as Window & { noteViolation?: (violation: string) => void }).noteViolation?.(
            `${violatedDirective} ${blockedURI} ${sample}`,
          ),
        ),
      );
      context.on("weberror", (error) => complaints.push(String(error.error())));
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
