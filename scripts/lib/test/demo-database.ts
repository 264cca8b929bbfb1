import { migrate } from "../../../db/migrate";
import { seedDemo } from "../../../db/seed/demo";
import { sealStaged } from "../../../lib/platform/seal-staged";
import type { SignIn } from "../database-step";
import type { Values } from "../env-file";
import { startThrowaway } from "../postgres/throwaway";
import { missingSecrets } from "../settings";

const TEMPLATE = "counterfoil_demo";

export interface DemoDatabase {
  /** Every setting, secrets included. */
  env: Values;
  signIns: SignIn[];
  /** Makes another database with the same data; returns its owner's connection. */
  copy: (name: string) => Promise<string>;
  stop: () => Promise<void>;
}

/** A PostgreSQL of its own with the demo's data in a database that nobody uses, to copy. */
export async function demoDatabase(root: string, signal: AbortSignal): Promise<DemoDatabase> {
  const server = await startThrowaway(root, signal);
  try {
    await server.query("postgres", `create database ${TEMPLATE}`);
    const ownerUrl = server.url(TEMPLATE);
    const env: Values = {
      ...missingSecrets({}, { embedded: false, demo: true }),
      PATH: process.env.PATH ?? "",
    };
    const appPassword = env.DATABASE_APP_PASSWORD ?? "";
    // Code of the app reads its settings from the environment of its process.
    Object.assign(process.env, env, { DATABASE_URL: ownerUrl });
    await migrate({ ownerUrl, appPassword, sealStaged });
    const { signIns } = await seedDemo({ ownerUrl, env, onStep: () => {} });
    const copy = async (name: string) => {
      await server.query("postgres", `create database ${name} template ${TEMPLATE}`);
      // Who may connect is not copied.
      await migrate({ ownerUrl: server.url(name), appPassword, sealStaged });
      return server.url(name);
    };
    return { env, signIns, copy, stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
