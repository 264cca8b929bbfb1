import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Supervisor } from "./supervisor";

let logs: string;
let supervisor: Supervisor;
let heard: (name: string, line: string) => void;
let notices: string[];

beforeEach(async () => {
  logs = await mkdtemp(join(tmpdir(), "supervisor-"));
  notices = [];
  heard = () => {};
  supervisor = new Supervisor({
    logs,
    notice: (line) => notices.push(line),
    giveUp: () => {},
    echo: (name, line) => heard(name, line),
  });
});
afterEach(async () => {
  await supervisor.stopAll();
  await rm(logs, { recursive: true, force: true });
});

const service = (name: string, code: string, grace = 5000) => ({
  name,
  args: ["-e", code],
  cwd: logs,
  env: { PATH: process.env.PATH ?? "" },
  grace,
});
const line = (wanted: string) =>
  new Promise<void>((resolve) => {
    heard = (_, text) => {
      if (text === wanted) resolve();
    };
  });

const STAYS = "setInterval(() => {}, 1000); console.log('up')";

it("stops services in the order of their start and keeps their output", async () => {
  const up = line("up");
  supervisor.start(service("first", STAYS));
  await up;
  supervisor.start(service("second", STAYS));
  const stopped: string[] = [];
  await supervisor.stopAll((name) => stopped.push(name));
  expect(stopped).toEqual(["first", "second"]);
  expect(await readFile(join(logs, "first.log"), "utf8")).toBe("up\n");
  expect(notices).toEqual([]);
});

it("ends a service that won't stop", async () => {
  const up = line("up");
  supervisor.start(service("deaf", `process.on('SIGTERM', () => {}); ${STAYS}`, 50));
  await up;
  await supervisor.stopAll();
  expect(supervisor.lastLines("deaf")).toEqual([]);
});

it("starts a crashed service again and shows its last words", async () => {
  const up = line("up");
  const once = `require('fs').existsSync('seen') ? (${"() => { setInterval(() => {}, 1000); console.log('up'); }"})() : (require('fs').writeFileSync('seen', ''), console.log('last words'), process.exit(3))`;
  supervisor.start(service("shaky", once));
  await up;
  expect(notices.join("\n")).toMatch(
    /shaky process ended unexpectedly \(exit code 3\).*last words.*again in 1 s/s,
  );
});
