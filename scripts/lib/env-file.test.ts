import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { appendEnvFile, readEnvFile } from "./env-file";

let directory: string;
let path: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "env-file-"));
  path = join(directory, ".env.local");
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const mode = async () => (await stat(path)).mode & 0o777;

it("has no settings without a file", async () => {
  expect(await readEnvFile(path)).toEqual({});
});

it("writes a file that only its owner may read", async () => {
  await appendEnvFile(path, { AUTH_SECRET: "a-b_c" }, "Written by a test");
  expect(await readEnvFile(path)).toEqual({ AUTH_SECRET: "a-b_c" });
  expect(await mode()).toBe(0o600);
});

it("keeps what stands in the file, to the letter, and closes it to others", async () => {
  const before = "# mine\nPORT=4000\nAUTH_SECRET=";
  await writeFile(path, before, { mode: 0o644 });
  await appendEnvFile(path, { AUTH_SECRET: "fresh" }, "Written by a test");
  expect((await readFile(path, "utf8")).startsWith(before)).toBe(true);
  expect(await readEnvFile(path)).toEqual({ PORT: "4000", AUTH_SECRET: "fresh" });
  expect(await mode()).toBe(0o600);
});

it("leaves the file alone when nothing is missing", async () => {
  await writeFile(path, "PORT=4000\n");
  await appendEnvFile(path, {}, "Written by a test");
  expect(await readFile(path, "utf8")).toBe("PORT=4000\n");
});
