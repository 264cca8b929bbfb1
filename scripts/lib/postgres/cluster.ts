import { randomBytes } from "node:crypto";
import { chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Problem } from "../../preflight/problem.mjs";
import { run } from "../../preflight/run.mjs";
import { readPidFile } from "./pid-file";
import type { Place } from "./place";

export const SUPERUSER = "counterfoil";

/** Sorts and folds case as people expect in every language, the same on every machine. */
const LOCALE = ["--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=und"];

/** Runs one of the server's own programs as the server's user. */
async function program(place: Place, name: string, args: string[], signal?: AbortSignal) {
  const { uid, gid } = place.account ?? {};
  // PostgreSQL reads PG* variables and would write messages in the person's language.
  const env = { PATH: process.env.PATH, HOME: dirname(place.data), LC_ALL: "C", TZ: "UTC" };
  return run(join(place.native, "bin", name), args, {
    cwd: dirname(place.data),
    env,
    signal,
    ...(place.account ? { uid, gid } : {}),
  });
}

/** Creates the data directory when there is none; an interrupted attempt leaves nothing that looks finished. */
export async function initialize(
  place: Place,
  password: string,
  { signal, onCreate }: { signal?: AbortSignal | undefined; onCreate?: () => void } = {},
): Promise<void> {
  if (await readFile(join(place.data, "PG_VERSION"), "utf8").catch(() => undefined)) return;
  onCreate?.();
  const fresh = `${place.data}.new`;
  const secret = join(dirname(place.data), `.password-${randomBytes(6).toString("hex")}`);
  await mkdir(dirname(place.data), { recursive: true });
  await rm(fresh, { recursive: true, force: true });
  await writeFile(secret, password, { mode: 0o600 });
  try {
    if (place.account) await chown(secret, place.account.uid, place.account.gid);
    const login = [`--username=${SUPERUSER}`, `--pwfile=${secret}`, "--auth=scram-sha-256"];
    const { code, lines } = await program(place, "initdb", ["-D", fresh, ...login, ...LOCALE], signal);
    if (code !== 0) throw new Problem("Creating the database directory failed:", lines.slice(-10));
    await rm(place.data, { recursive: true, force: true });
    await rename(fresh, place.data);
  } finally {
    await rm(secret, { force: true });
  }
}

/** Starts the server on a port of 127.0.0.1; an aborted start is not broken off, since it would leave a server behind. */
export async function launch(
  place: Place,
  port: number,
  settings: Record<string, string> = {},
): Promise<void> {
  const all = {
    listen_addresses: "127.0.0.1",
    // A socket's path may be too long here, and nobody needs it.
    unix_socket_directories: "",
    max_connections: "200",
    ...settings,
  };
  const flags = Object.entries(all).map(([key, value]) => `-c ${key}='${value}'`);
  await mkdir(dirname(place.log), { recursive: true });
  const options = ["-o", `-p ${port} ${flags.join(" ")}`, "-l", place.log, "-w", "-t", "60"];
  const { code, lines } = await program(place, "pg_ctl", ["start", "-D", place.data, ...options]);
  if (code === 0) return;
  const log = await readFile(place.log, "utf8").catch(() => "");
  throw new Problem("PostgreSQL did not start:", [...lines.slice(-3), ...log.trim().split("\n").slice(-10)]);
}

/** Stops the server: politely, then at once. Nothing happens when it isn't running. */
export async function halt(place: Place, how: "fast" | "immediate" = "fast"): Promise<void> {
  if (!(await readPidFile(place.data))) return;
  const { code } = await program(place, "pg_ctl", ["stop", "-D", place.data, "-m", how, "-w", "-t", "8"]);
  if (code !== 0 && how === "fast") await halt(place, "immediate");
}
