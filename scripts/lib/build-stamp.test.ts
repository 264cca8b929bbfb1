import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { clearStamp, isBuilt, sourcesHash, writeStamp } from "./build-stamp";

let root: string;

const put = async (path: string, text: string) => {
  await mkdir(join(root, path, ".."), { recursive: true });
  await writeFile(join(root, path), text);
};

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "build-stamp-"));
  for (const file of ["scripts/build.ts", "scripts/lib/bundle.ts", "scripts/migrate.ts"]) await put(file, "");
  await put("app/page.tsx", "one");
  await put(".next/any", "");
});
afterEach(() => rm(root, { recursive: true, force: true }));

it("changes with the text, the name and the number of files", async () => {
  const hashes = [await sourcesHash(root)];
  await put("app/page.tsx", "two");
  hashes.push(await sourcesHash(root));
  await put("lib/new.ts", "");
  hashes.push(await sourcesHash(root));
  await put("next.config.ts", "");
  hashes.push(await sourcesHash(root));
  expect(new Set(hashes).size).toBe(4);
});

it("does not change with tests, nor with what the build writes", async () => {
  const before = await sourcesHash(root);
  await put("app/page.test.tsx", "");
  await put("lib/invoices/send.db.test.ts", "");
  await put(".next/server/page.js", "");
  await put("next-env.d.ts", "");
  expect(await sourcesHash(root)).toBe(before);
});

it("tells a finished build from an interrupted and an outdated one", async () => {
  const hash = await sourcesHash(root);
  expect(await isBuilt(root, hash)).toBe(false);
  await writeStamp(root, hash);
  expect(await isBuilt(root, hash)).toBe(true);
  expect(await isBuilt(root, "another")).toBe(false);
  await clearStamp(root);
  expect(await isBuilt(root, hash)).toBe(false);
});
