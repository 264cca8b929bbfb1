import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { anyFree } from "../../preflight/ports.mjs";
import { Problem } from "../../preflight/problem.mjs";
import { untilHealthy } from "../health";
import { appEnv, services } from "../services";
import { Supervisor } from "../supervisor";
import { type DemoDatabase, demoDatabase } from "./demo-database";

interface StackOptions {
  root: string;
  signal: AbortSignal;
  /** A directory for the sandboxes' state and the logs. */
  scratch: string;
  say: (text: string) => void;
}

/** Where one worker of the stories finds the product that is its own. */
export interface Stack {
  baseUrl: string;
  sandboxUrl: string;
  /** Connection of the database's owner. */
  databaseUrl: string;
  /** What the product's processes run with. */
  settings: Record<string, string>;
}

/**
 * The whole product so many times, for as many workers: each on free ports with a web, a worker, a sandbox and a database
 * of its own, all filled with the same demo data.
 */
export async function startStacks(options: StackOptions, count: number) {
  const { root, signal, scratch } = options;
  await mkdir(scratch, { recursive: true });
  const demo = await demoDatabase(root, signal);
  const stops = [demo.stop];
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one();
  };
  try {
    const stacks: Stack[] = [];
    for (let number = 1; number <= count; number++)
      stacks.push(await startStack(options, demo, number, (one) => stops.push(one)));
    if (demo.signIns.length === 0) throw new Problem("The demo data has no one who may sign in.");
    return {
      env: { E2E_STACKS: JSON.stringify(stacks), E2E_SIGN_INS: JSON.stringify(demo.signIns) },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startStack(
  { root, signal, scratch, say }: StackOptions,
  demo: DemoDatabase,
  number: number,
  onStoppable: (stop: () => Promise<void>) => void,
): Promise<Stack> {
  const supervisor = new Supervisor({
    logs: join(root, "test-results", "logs", String(number)),
    notice: say,
    giveUp: (name) => say(`The ${name} process keeps ending.`),
  });
  onStoppable(() => supervisor.stopAll());
  const ownerUrl = await demo.copy(`counterfoil_${number}`);
  const ports = { web: await anyFree(), sandbox: await anyFree() };
  const env = { ...demo.env, AUDIT_HEADS_FILE: join(scratch, `audit-heads-${number}.jsonl`) };
  const sandboxState = join(scratch, `sandbox-${number}.json`);
  const options = { root, dev: false, host: "127.0.0.1", ports, env, ownerUrl, sandboxState };
  for (const service of services(options)) supervisor.start(service);
  const wait = (name: string, url: string) =>
    untilHealthy(url, { name, signal, lastLines: () => supervisor.lastLines(name) });
  await wait("sandbox", `http://127.0.0.1:${ports.sandbox}/health`);
  await wait("web", `http://127.0.0.1:${ports.web}/api/health`);
  return {
    baseUrl: `http://localhost:${ports.web}`,
    sandboxUrl: `http://localhost:${ports.sandbox}`,
    databaseUrl: ownerUrl,
    settings: appEnv(options),
  };
}
