import { join } from "node:path";
import { nextFree } from "../preflight/ports.mjs";
import { Problem } from "../preflight/problem.mjs";
import { build } from "./build-step";
import { openDatabase, type Seeded } from "./database-step";
import type { Values } from "./env-file";
import { prepareEnv } from "./env-step";
import { untilHealthy } from "./health";
import { type ServiceOptions, services } from "./services";
import { steps } from "./steps";
import { Supervisor } from "./supervisor";
import { welcome } from "./welcome";

export interface UpOptions {
  root: string;
  port: number;
  host: string;
  dev: boolean;
  noDemo: boolean;
  signal: AbortSignal;
  /** What a second, impatient Ctrl-C does. */
  force: { now: () => void };
}

/**
 * `npm start` once packages are installed: runs everything until interrupted, and leaves nothing running behind.
 * @throws Problem when a step fails; the reason of `signal` when interrupted before it was ready
 */
export async function up({
  root,
  port,
  host,
  dev,
  noDemo,
  signal: interrupted,
  force,
}: UpOptions): Promise<void> {
  const broken = new AbortController();
  const signal = AbortSignal.any([interrupted, broken.signal]);
  let stopDatabase = async () => {};
  const supervisor = new Supervisor({
    logs: join(root, ".data", "logs"),
    notice: (line) => console.error(line),
    giveUp: (name, lines) =>
      broken.abort(
        new Problem(`The ${name} process keeps ending, so everything stops. Its last lines:`, lines),
      ),
    ...(dev ? { echo: (name, line) => console.log(`${name.padEnd(7)} │ ${line}`) } : {}),
  });
  force.now = () => {
    supervisor.killAll();
    void stopDatabase().finally(() => process.exit(130));
  };
  let env: Values = {};
  let seeded: Seeded = { ownerUrl: "", signIns: [] };
  let running: ServiceOptions | undefined;
  try {
    await steps(
      [
        {
          title: "Settings and secrets",
          run: async (_, title) => {
            const prepared = await prepareEnv({ root, noDemo });
            env = prepared.env;
            if (prepared.added > 0) title(`Settings and secrets (${prepared.added} written to .env.local)`);
          },
        },
        {
          title: "Database",
          run: async (say, title) => {
            const options = { root, env, port: port + 1, noDemo, signal, say };
            seeded = await openDatabase({
              ...options,
              onStoppable: (stop) => {
                stopDatabase = stop;
              },
            });
            title(seeded.title ?? "Database");
          },
        },
        { title: "Build", when: !dev, run: (say, title) => build({ root, signal, say, title }) },
        {
          title: dev ? "Web, worker and sandbox, reloading on change" : "Web, worker and sandbox",
          run: async () => {
            const sandbox = await nextFree(port + 2);
            const sandboxState = join(root, ".data", "sandbox.json");
            running = {
              root,
              dev,
              host,
              ports: { web: port, sandbox },
              env,
              ownerUrl: seeded.ownerUrl,
              sandboxState,
            };
            await launch(supervisor, running, signal);
          },
        },
      ],
      signal,
    );
    if (running) console.log(`\n${welcome(running, seeded.signIns).join("\n")}\n`);
    await new Promise((_, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      if (signal.aborted) reject(signal.reason);
    }).catch((reason) => {
      if (!interrupted.aborted) throw reason;
    });
  } finally {
    await stopEverything(supervisor, stopDatabase);
  }
}

async function launch(supervisor: Supervisor, options: ServiceOptions, signal: AbortSignal): Promise<void> {
  const list = services(options);
  for (const service of list) supervisor.start(service);
  const { host, ports, dev } = options;
  const local = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  const urlHost = local.includes(":") ? `[${local}]` : local;
  const health: Record<string, string> = {
    web: `http://${urlHost}:${ports.web}/api/health`,
    sandbox: `http://127.0.0.1:${ports.sandbox}/health`,
  };
  await Promise.all(
    list.map(async ({ name }) => {
      const url = health[name];
      const lastLines = () => supervisor.lastLines(name);
      if (url) await untilHealthy(url, { name, signal, lastLines, timeout: dev ? 120_000 : 60_000 });
    }),
  );
}

async function stopEverything(supervisor: Supervisor, stopDatabase: () => Promise<void>): Promise<void> {
  const begun = performance.now();
  const stopped: string[] = [];
  await supervisor.stopAll((name) => stopped.push(name));
  await stopDatabase();
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`Stopped${stopped.length > 0 ? ` ${stopped.join(", ")} and database` : ""} in ${seconds} s.`);
}
