import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { clearStalePidFile, parsePidFile } from "./pid-file";

it("finds the process and the port", () => {
  expect(parsePidFile("123\n/data\n1700000000\n3401\n\n127.0.0.1\n")).toEqual({ pid: 123, port: 3401 });
});

it("makes nothing of an empty or cut-off file", () => {
  for (const text of ["", "123", "123\n/data\n", "x\n/data\n1\ny\n"])
    expect(parsePidFile(text)).toBeUndefined();
});

it.runIf(process.platform === "linux")("removes the file of a process that is not PostgreSQL", async () => {
  const data = await mkdtemp(join(tmpdir(), "pid-file-"));
  await writeFile(join(data, "postmaster.pid"), `${process.pid}\n${data}\n1\n3401\n`);
  expect(await clearStalePidFile(data)).toBeUndefined();
  expect(await readdir(data)).toEqual([]);
  await rm(data, { recursive: true });
});
