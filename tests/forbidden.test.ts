import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** What is served or run in production; tests, the sandbox and scripts are not. */
const ROOTS = ["app", "components", "db", "emails", "lib", "worker"];
const FILES = ["proxy.ts", "instrumentation.ts", "instrumentation-client.ts", "next.config.ts"];

const sources = new Map(
  [
    ...FILES,
    ...ROOTS.flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: "utf8" }).map((path) => join(root, path)),
    ),
  ]
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => [path, readFileSync(path, "utf8")] as const),
);

/** Files that hold the pattern, but for those where it is allowed and said why. */
const holding = (pattern: RegExp, allowed: string[] = []): string[] =>
  [...sources].filter(([path, text]) => pattern.test(text) && !allowed.includes(path)).map(([path]) => path);

describe("the product's code", () => {
  it("is found", () => {
    expect(sources.size).toBeGreaterThan(500);
  });

  it("runs no text as code, and starts no other program", () => {
    expect(holding(/\beval\(|new Function\(|node:vm|set(Timeout|Interval)\(["'`]/)).toEqual([]);
    expect(holding(/child_process|node:cluster/)).toEqual([]);
  });

  it("writes no markup but by React, which escapes it", () => {
    expect(
      holding(/dangerouslySetInnerHTML|\.innerHTML|\.outerHTML|insertAdjacentHTML|document\.write/),
    ).toEqual([]);
  });

  it("writes no value into SQL as text", () => {
    // Roles and databases can't be parameters: their names are ours, or quoted by PostgreSQL. The list of columns is a constant.
    const allowed = ["db/migrate.ts", "db/roles.ts", "db/prepared.ts", "lib/audit/verify.ts"];
    expect(holding(/sql\.raw\(|\.unsafe\(/, allowed)).toEqual([]);
  });

  it("builds no pattern from what people type", () => {
    // These are built from a length of ours.
    expect(holding(/new RegExp\(/, ["lib/documents/pdf/fonts.ts", "lib/core/iban.ts"])).toEqual([]);
  });

  it("takes chance from the system's generator alone, and hashes by SHA-2, argon2id and HMAC", () => {
    expect(holding(/Math\.random/)).toEqual([]);
    const hashes = [...sources.values()].flatMap((text) => [
      ...text.matchAll(/create(?:Hash|Hmac)\(\s*"([^"]+)"/g),
    ]);
    expect(hashes.length).toBeGreaterThan(4);
    expect(new Set(hashes.map(([, name]) => name))).toEqual(new Set(["sha256"]));
    expect(holding(/aes-\d+-(?!gcm)|createCipher\(|\bdes\b-|rc4|\bPKCS1\b/i)).toEqual([]);
  });

  it("keeps cryptography in the few files that the inventory names", () => {
    const inventory = readFileSync("docs/security.md", "utf8");
    const users = holding(
      /from "node:crypto"|from "@node-rs\/argon2"|from "otplib"|from "@simplewebauthn\/server"/,
    );
    expect(users.length).toBeGreaterThan(5);
    expect(users.filter((path) => !inventory.includes(`\`${path}\``))).toEqual([]);
  });

  it("trusts no certificate that can't be verified, and follows no redirect of another server", () => {
    expect(holding(/rejectUnauthorized|NODE_TLS_REJECT|ssl:\s*["']?(allow|prefer)/)).toEqual([]);
    for (const [path, text] of sources)
      if (/\bfetch\(/.test(text)) expect(text, path).toMatch(/redirect: "error"/);
  });

  it("keeps nothing in the browser but copies of unsaved invoices", () => {
    expect(holding(/sessionStorage|indexedDB|document\.cookie|window\.name\b/)).toEqual([]);
    expect(holding(/localStorage/)).toEqual(["components/invoices/editor/unsaved-copies.ts"]);
  });

  it("talks to no other window, and opens none", () => {
    expect(holding(/postMessage|window\.open\(|addEventListener\(\s*"message"/)).toEqual([]);
  });

  it("loads nothing from other hosts into its pages", () => {
    expect(holding(/<(script|link|img|iframe)[^>]*(src|href)="https?:/)).toEqual([]);
    expect(readFileSync("app/globals.css", "utf8")).not.toMatch(/url\(["']?https?:|@import ["']http/);
  });

  it("writes no file but the signed heads of the audit log", () => {
    expect(
      holding(/writeFile|appendFile|createWriteStream|mkdir\(|unlink\(/, ["lib/audit/sign-heads.ts"]),
    ).toEqual([]);
  });

  it("lets password managers and pasting work", () => {
    expect(holding(/onPaste/)).toEqual([]);
    const fields = [...sources.values()].flatMap((text) => [...text.matchAll(/<PasswordInput\b[^>]*\/>/g)]);
    expect(fields.length).toBeGreaterThan(2);
    for (const [field] of fields) expect(field).toMatch(/autoComplete="(current|new)-password"/);
  });
});
