import type { Values } from "./env-file";
import { ask } from "./postgres/connect";
import { startEmbedded } from "./postgres/embedded";
import { stage } from "./settings";

export interface SignIn {
  role: string;
  email: string;
  password: string;
}

export interface Seeded {
  ownerUrl: string;
  signIns: SignIn[];
  title?: string;
}

interface DatabaseOptions {
  root: string;
  env: Values;
  /** The first port to try for the embedded server. */
  port: number;
  noDemo: boolean;
  signal: AbortSignal;
  say: (text: string) => void;
  onStoppable: (stop: () => Promise<void>) => void;
}

/** Connects to DATABASE_URL or starts the embedded PostgreSQL, migrates it, and fills an empty one with the demo. */
export async function openDatabase(options: DatabaseOptions): Promise<Seeded> {
  const { env, signal, say } = options;
  const { ownerUrl, title } = await reach(options);
  signal.throwIfAborted();
  // Code of the app reads its settings from the environment of its process.
  Object.assign(process.env, env, { DATABASE_URL: ownerUrl });
  const { migrate } = await import("../../db/migrate");
  const { sealStaged } = await import("../../lib/platform/seal-staged");
  say("migrating");
  await migrate({
    ownerUrl,
    appPassword: env.DATABASE_APP_PASSWORD ?? "",
    sealStaged,
    onStep: (text) => say(`migrating: ${text}`),
  });
  signal.throwIfAborted();
  if (options.noDemo || !stage(env).demo) return { ownerUrl, signIns: [], title };
  say("demo data");
  const { seedDemo } = await import("../../db/seed/demo");
  const demo = await seedDemo({ ownerUrl, env, onStep: (text) => say(`demo data: ${text}`) });
  return { ownerUrl, signIns: demo.signIns, title: demo.seeded ? `${title}, filled with demo data` : title };
}

async function reach(options: DatabaseOptions): Promise<{ ownerUrl: string; title: string }> {
  const { env, signal, say } = options;
  if (env.DATABASE_URL) {
    say("connecting to DATABASE_URL");
    await ask(env.DATABASE_URL, "select 1", { patience: 3000, signal });
    return { ownerUrl: env.DATABASE_URL, title: "Database at DATABASE_URL" };
  }
  const password = env.EMBEDDED_POSTGRES_PASSWORD ?? "";
  const server = await startEmbedded({ ...options, password });
  return { ownerUrl: server.url, title: `PostgreSQL on port ${server.port}` };
}
