import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import settings from "@/messages/en/settings.json";

const written = readdirSync("lib", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
  .flatMap((path) => [...readFileSync(join("lib", path), "utf8").matchAll(/\baction: "(\w+\.\w+)"/g)])
  .map((match) => match[1] ?? "");

describe("every action that is written into the audit log", () => {
  it.each([...new Set(written)])("%s has words on its page", (action) => {
    expect(settings.audit.actions).toHaveProperty(action);
  });
});
