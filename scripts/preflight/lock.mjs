import { mkdir, readFile, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Problem } from "./problem.mjs";

/**
 * Lets one `npm start` at a time have this directory.
 * A lock whose process has ended (a power cut, kill -9) is taken over.
 * @returns {Promise<() => Promise<void>>} releases the lock
 * @throws {Problem} when another one runs here
 */
export async function claim(root, address) {
  const directory = join(root, ".data");
  const path = join(directory, "start.lock");
  await mkdir(directory, { recursive: true }).catch((error) => {
    throw new Problem(`Can't write to ${root} (${error.code}). Use a directory that belongs to you.`);
  });
  const mine = JSON.stringify({ pid: process.pid, since: await startedAt(process.pid), address });
  for (let attempt = 0; attempt < 20; attempt++) {
    try {
      await writeFile(path, mine, { flag: "wx" });
      // Two starts may have found the same stale lock: the one whose text stands a moment later has it.
      await wait(50);
      if ((await read(path)) === mine)
        return async () => {
          if ((await read(path)) === mine) await unlink(path).catch(() => {});
        };
    } catch (error) {
      if (error.code !== "EEXIST") throw new Problem(`Can't write ${path} (${error.code}).`);
      const holder = await read(path);
      const other = parse(holder);
      if (other && (await isAlive(other)))
        throw new Problem(
          `Counterfoil already runs from this directory, at ${other.address} (process ${other.pid}). Stop that one first.`,
        );
      if ((await read(path)) === holder) await unlink(path).catch(() => {});
    }
  }
  throw new Problem(`Another npm start keeps taking ${path}. Try again in a moment.`);
}

const read = (path) => readFile(path, "utf8").catch(() => undefined);

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A process id alone may have been given to another program since: on Linux its start time tells them apart. */
async function isAlive({ pid, since }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code === "ESRCH") return false;
  }
  return (await startedAt(pid)) === since;
}

async function startedAt(pid) {
  const stat = await read(`/proc/${pid}/stat`);
  // The command name may hold spaces: count the fields after its closing bracket.
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
}
