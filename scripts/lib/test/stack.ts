import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { migrate } from "../../../db/migrate";
import { seedDemo } from "../../../db/seed/demo";
import { anyFree } from "../../preflight/ports.mjs";
import { Problem } from "../../preflight/problem.mjs";
import type { Values } from "../env-file";
import { untilHealthy } from "../health";
import { startThrowaway } from "../postgres/throwaway";
import { appEnv, services } from "../services";
import { missingSecrets } from "../settings";
import { Supervisor } from "../supervisor";

interface StackOptions {
  root: string;
  signal: AbortSignal;
  /** A directory for the sandbox's state and the logs. */
  scratch: string;
  say: (text: string) => void;
}

/** The whole product on free ports with a fresh database, filled with demo data, for one run of the stories. */
export async function startStack({ root, signal, scratch, say }: StackOptions) {
  const logs = join(root, "test-results", "logs");
  const supervisor = new Supervisor({
    logs,
    notice: say,
    giveUp: (name) => say(`The ${name} process keeps ending.`),
  });
  const database = await startThrowaway(root, signal);
  const stop = async () => {
    await supervisor.stopAll();
    await database.stop();
  };
  try {
    await mkdir(scratch, { recursive: true });
    await database.query("postgres", "create database counterfoil");
    const ownerUrl = database.url("counterfoil");
    const ports = { web: await anyFree(), sandbox: await anyFree() };
    const env: Values = {
      ...missingSecrets({}, { embedded: false, demo: true }),
      PATH: process.env.PATH ?? "",
    };
    // Code of the app reads its settings from the environment of its process.
    Object.assign(process.env, env, { DATABASE_URL: ownerUrl, APP_URL: `http://localhost:${ports.web}` });
    await migrate({ ownerUrl, appPassword: env.DATABASE_APP_PASSWORD ?? "" });
    const { signIns } = await seedDemo({ ownerUrl, env, onStep: () => {} });
    const sandboxState = join(scratch, "sandbox.json");
    const options = { root, dev: false, host: "127.0.0.1", ports, env, ownerUrl, sandboxState };
    for (const service of services(options)) supervisor.start(service);
    const wait = (name: string, url: string) =>
      untilHealthy(url, { name, signal, lastLines: () => supervisor.lastLines(name) });
    await wait("sandbox", `http://127.0.0.1:${ports.sandbox}/health`);
    await wait("web", `http://127.0.0.1:${ports.web}/api/health`);
    if (signIns.length === 0) throw new Problem("The demo data has no one who may sign in.");
    return {
      env: {
        E2E_BASE_URL: `http://localhost:${ports.web}`,
        E2E_SANDBOX_URL: `http://localhost:${ports.sandbox}`,
        E2E_DATABASE_URL: ownerUrl,
        E2E_SIGN_INS: JSON.stringify(signIns),
        E2E_SETTINGS: JSON.stringify(appEnv(options)),
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
