import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { isReachable, openToOthers } from "./reach";

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "reach-"));
  await chmod(root, 0o755);
  await mkdir(join(root, "home", "project"), { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

it("finds a closed directory anywhere above", async () => {
  const project = join(root, "home", "project");
  expect(await isReachable(project)).toBe(true);
  await chmod(join(root, "home"), 0o700);
  expect(await isReachable(project)).toBe(false);
});

it("opens a copy for reading, and lets others run only what its owner may", async () => {
  const copy = join(root, "home");
  await writeFile(join(copy, "program"), "", { mode: 0o700 });
  await writeFile(join(copy, "text"), "", { mode: 0o600 });
  await chmod(copy, 0o700);
  await openToOthers(copy);
  expect(await isReachable(join(copy, "program"))).toBe(true);
  expect((await stat(join(copy, "text"))).mode & 0o777).toBe(0o644);
});
