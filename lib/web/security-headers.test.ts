import { expect, it } from "vitest";
import { contentSecurityPolicy, securityHeaders } from "./security-headers";

it("browsers are held to TLS for two years with all subdomains, where people come by TLS", () => {
  expect(securityHeaders(true)["strict-transport-security"]).toBe("max-age=63072000; includeSubDomains");
  expect(securityHeaders(false)).not.toHaveProperty("strict-transport-security");
});

it("a page's policy lets in scripts by its nonce alone, in production without any exception", () => {
  const policy = contentSecurityPolicy("abc", false);
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|style-src [^;]*unsafe-inline/);
  expect(policy).toContain("require-trusted-types-for 'script'");
});
