import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { anyFree } from "../../preflight/ports.mjs";
import { serverAccount } from "./account";
import { halt, initialize, launch, SUPERUSER } from "./cluster";
import { ask } from "./connect";
import { type Place, place } from "./place";
import { isReachable, openToOthers } from "./reach";

const PREFIX = "counterfoil-test-";

/** For data that nobody keeps, waiting for the disk is a waste. */
const FORGETFUL = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "300",
};

export interface Throwaway {
  /** Connection of the superuser to a database of the server. */
  url: (database: string) => string;
  query: (database: string, query: string) => Promise<unknown>;
  stop: () => Promise<void>;
}

/** A PostgreSQL for one test run, on a free port, with its files in the system's temporary directory. */
export async function startThrowaway(root: string, signal?: AbortSignal): Promise<Throwaway> {
  await sweep(root);
  const directory = await temporaryDirectory();
  const account = await serverAccount();
  const files = await place(directory, root, account);
  const stop = async () => {
    await halt(files, "immediate");
    await rm(directory, { recursive: true, force: true });
  };
  try {
    const password = randomBytes(16).toString("hex");
    await initialize(files, password, { signal });
    const port = await anyFree();
    await launch(files, port, FORGETFUL);
    const url = (database: string) => `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
    await ask(url("postgres"), "select 1", signal ? { signal } : {});
    return { url, query: (database, query) => ask(url(database), query), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The owner's process id is in the name, so that what a killed run left behind can be told from what is in use. */
async function temporaryDirectory(): Promise<string> {
  const own = (await isReachable(tmpdir())) ? tmpdir() : "/tmp";
  const directory = await mkdtemp(join(own, `${PREFIX}${process.pid}-`));
  await openToOthers(directory);
  return directory;
}

async function sweep(root: string): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : Number.NaN;
    if (!(owner > 0) || isAlive(owner)) continue;
    const directory = join(tmpdir(), name);
    try {
      const left: Place = await place(directory, root, await serverAccount());
      await halt(left, "immediate");
      await rm(directory, { recursive: true, force: true });
    } catch {
      // Another user's: theirs to sweep.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
