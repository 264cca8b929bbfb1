import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rates } from "@/lib/core/rates";
import { throttles } from "@/lib/core/throttles";
import { MAX_PIXELS, mib, perDocument, uploads } from "@/lib/core/uploads";
import { sealedColumns } from "@/lib/platform/sealed-columns";

const text = readFileSync("docs/security.md", "utf8");
const settings = readFileSync(".env.example", "utf8");

/** The rows of the table under a heading, cell by cell, without its head. */
function table(heading: string): string[][] {
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? "";
  const rows = section.split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(2).map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
const section = (heading: string) =>
  text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? "";

describe("docs/security.md", () => {
  it("says how guessing is slowed, as it is", () => {
    const told = table("Guessing").map(([scope, free, first]) => [scope?.replaceAll("`", ""), free, first]);
    expect(told).toEqual(
      Object.entries(throttles).map(([scope, { free, first }]) => [scope, String(free), `${first} s`]),
    );
  });

  it("names what costs much, and its limits as they are", () => {
    const told = section("What costs much");
    for (const [scope, { burst }] of Object.entries(rates))
      expect(told).toMatch(new RegExp(`\`${scope}\`: ${burst} `));
  });

  it("lists the ways in", () => {
    const ways = table("Ways in").map(([way]) => way);
    for (const word of ["password", "passkey", "reset", "invitation", "link", "recovery code"])
      expect(
        ways.some((way) => way?.includes(word)),
        word,
      ).toBe(true);
  });

  it("says how many sessions there may be", () => {
    expect(section("Ways in")).toContain("any number of sessions");
  });

  it("says what is decided by circumstance", () => {
    expect(section("What decides")).toMatch(/five minutes[\s\S]*idle[\s\S]*device/);
  });

  it("says of every key what it is for and how it is changed", () => {
    const keys = table("Keys");
    for (const cells of keys) expect(cells.filter((cell) => cell !== "")).toHaveLength(4);
    const told = keys.map(([name]) => name).join(" ");
    const secret = /^#?([A-Z_]*(?:SECRET|PEPPER|_KEYS?|_PASSWORD))=/gm;
    const secrets = [...settings.matchAll(secret)].map(([, name]) => name ?? "");
    expect(secrets.length).toBeGreaterThan(6);
    // SEALING_KEY names one of several keys, and the others are for trying the product out on one machine.
    const others = ["SEALING_KEY", "POSTGRES_PASSWORD", "EMBEDDED_POSTGRES_PASSWORD"];
    expect(secrets.filter((name) => !others.includes(name) && !told.includes(`\`${name}\``))).toEqual([]);
  });

  it("names every service that is talked to", () => {
    const told = table("What talks to what").map(([, to]) => to);
    for (const host of ["PostgreSQL", "api.stripe.com", "api.resend.com", "www.ecb.europa.eu"])
      expect(
        told.some((to) => to?.includes(host)),
        host,
      ).toBe(true);
  });

  it("says of every kind of data how it is protected", () => {
    const classes = table("What is protected, and how it is kept");
    expect(classes.length).toBeGreaterThan(4);
    for (const { column, table } of sealedColumns)
      expect(section("What is protected, and how it is kept"), `${table}.${column}`).toContain(
        `\`${table}.${column}\``,
      );
  });

  it("says what is logged, where and for how long", () => {
    const logs = table("Logs");
    expect(logs.map(([name]) => name)).toEqual(["processes", "audit log", "signed ends"]);
    for (const cells of logs) expect(cells.every((cell) => cell !== "")).toBe(true);
  });

  it("says of every kind of upload what it may be", () => {
    const kinds = table("Uploads");
    expect(kinds.length).toBeGreaterThan(2);
    const sizesOf = (word: string) =>
      kinds.filter(([kind]) => kind?.includes(word)).map(([, , sizes]) => sizes ?? "");
    for (const [word, { maxSize }] of [
      ["logo", uploads.logo],
      ["attached", uploads.attachment],
    ] as const) {
      expect(sizesOf(word).length, word).toBeGreaterThan(0);
      for (const sizes of sizesOf(word)) expect(sizes).toContain(`${mib(maxSize)} MiB`);
    }
    expect(section("Uploads")).toContain(`${perDocument.files} files and ${mib(perDocument.size)} MiB`);
    expect(section("Uploads")).toContain(`${MAX_PIXELS / 1_000_000} megapixels`);
  });

  it("names the parts to watch, which are in use", () => {
    const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
    const named = table("Parts to watch").flatMap(([names]) => [...(names ?? "").matchAll(/`([^`]+)`/g)]);
    expect(named.length).toBeGreaterThan(5);
    for (const [, name] of named) expect(dependencies, name).toHaveProperty([name ?? ""]);
  });

  it("says what browsers must support", () => {
    expect(section("Browsers")).toMatch(/CSP[\s\S]*Fetch Metadata[\s\S]*Trusted Types/);
  });
});

it("SECURITY.md says how soon holes in parts are closed, and how to report one", () => {
  const policy = readFileSync("SECURITY.md", "utf8");
  expect(policy).toMatch(/critical.*\| \d+ days \| \d+ days \|/);
  expect(policy).toContain("Reporting a vulnerability");
});
