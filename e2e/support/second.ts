import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect } from "@playwright/test";
import postgres from "postgres";
import { migrate } from "@/db/migrate";
import { sealStaged } from "@/lib/platform/seal-staged";
import { anyFree } from "@/scripts/preflight/ports.mjs";
import { server } from "./server";

const NAME = "counterfoil_empty";

/** A second web process on a database of its own that nobody has set up yet. */
export async function startEmpty() {
  const owner = (database: string) => {
    const url = new URL(server.databaseUrl);
    url.pathname = `/${database}`;
    return url;
  };
  const admin = postgres(owner("postgres").toString(), { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${NAME}`);
  await admin.end();
  const { settings } = server;
  const ownerUrl = owner(NAME).toString();
  await migrate({ ownerUrl, appPassword: settings.DATABASE_APP_PASSWORD ?? "", sealStaged });
  const port = await anyFree();
  const url = `http://localhost:${port}`;
  const login = (name: string) => {
    const other = new URL(settings[name] ?? "");
    other.pathname = `/${NAME}`;
    return other.toString();
  };
  const web = spawn(process.execPath, [join(".next", "standalone", "server.js")], {
    stdio: "ignore",
    env: {
      ...settings,
      NODE_ENV: "production",
      APP_URL: url,
      PORT: String(port),
      DATABASE_APP_URL: login("DATABASE_APP_URL"),
      DATABASE_QUEUE_URL: login("DATABASE_QUEUE_URL"),
    },
  });
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  await expect(async () => {
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
  }).toPass({ timeout: 20_000 });
  return {
    url,
    sql,
    stop: async () => {
      await sql.end();
      await end(web);
    },
  };
}

// Asked politely, it would wait for the browser's streams of events to end.
async function end(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null) return;
  process.kill("SIGKILL");
  await once(process, "exit");
}
