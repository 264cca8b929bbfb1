import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { claim } from "./lock.mjs";
import { anyFree, nextFree, webAddress } from "./ports.mjs";
import { run } from "./run.mjs";

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "preflight-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function withTakenPort(check: (port: number) => Promise<void>) {
  const port = await anyFree();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  await check(port);
  await new Promise((resolve) => server.close(resolve));
}

it("says what to type when the port is taken or is none", async () => {
  await withTakenPort(async (port) => {
    await expect(webAddress({ NODE_ENV: "test", PORT: String(port) })).rejects.toThrow(
      /is taken.*PORT=\d+ npm start/s,
    );
  });
  for (const PORT of ["abc", "0", "70000", "1.5"])
    await expect(webAddress({ NODE_ENV: "test", PORT })).rejects.toThrow(/PORT must be a whole number/);
});

it("goes on to the next free port", async () => {
  await withTakenPort(async (port) => {
    expect(await nextFree(port)).toBeGreaterThan(port);
  });
});

it("lets one start at a time have a directory, and the next one after it", async () => {
  const release = await claim(root, "http://localhost:4000");
  await expect(claim(root, "http://localhost:4001")).rejects.toThrow(
    /already runs.*http:\/\/localhost:4000/s,
  );
  await release();
  await (await claim(root, "http://localhost:4001"))();
});

it("takes over from a start that was killed, even if its process id is someone else's now", async () => {
  await mkdir(join(root, ".data"));
  for (const stale of [{ pid: process.pid, since: "1" }, "not json"]) {
    const text = typeof stale === "string" ? stale : JSON.stringify(stale);
    await writeFile(join(root, ".data", "start.lock"), text);
    await (await claim(root, "http://localhost:4000"))();
  }
});

it("ends a command with all its children when aborted", async () => {
  const controller = new AbortController();
  const nested =
    "require('child_process').spawn(process.execPath, ['-e', 'setInterval(()=>{},1000)'], {stdio:'inherit'}); console.log('up')";
  const running = run(process.execPath, ["-e", nested], {
    signal: controller.signal,
    onLine: () => controller.abort(new Error("enough")),
  });
  // The output stays open as long as any of them lives: settling at all proves that they are gone.
  await expect(running).rejects.toThrow("enough");
});

it("gives back the exit code and the last lines of a command", async () => {
  const { code, lines } = await run(process.execPath, ["-e", "console.log('a\\nb'); process.exit(3)"]);
  expect({ code, lines }).toEqual({ code: 3, lines: ["a", "b"] });
});
