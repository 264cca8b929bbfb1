import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";

export interface PidFile {
  pid: number;
  port: number;
}

/** What postmaster.pid says about the server of a data directory; undefined when there is none. */
export async function readPidFile(data: string): Promise<PidFile | undefined> {
  const text = await readFile(join(data, "postmaster.pid"), "utf8").catch(() => "");
  return parsePidFile(text);
}

/** Line 1 is the process id, line 4 the port. */
export function parsePidFile(text: string): PidFile | undefined {
  const lines = text.split("\n");
  const pid = Number.parseInt(lines[0] ?? "", 10);
  const port = Number.parseInt(lines[3] ?? "", 10);
  return pid > 0 && port > 0 ? { pid, port } : undefined;
}

/**
 * Removes a postmaster.pid whose process has ended or whose number now belongs to another program (after a reboot, say).
 * @returns the server that is really running, if any
 */
export async function clearStalePidFile(data: string): Promise<PidFile | undefined> {
  const found = await readPidFile(data);
  if (found && (await isPostgres(found.pid))) return found;
  await rm(join(data, "postmaster.pid"), { force: true });
  return undefined;
}

async function isPostgres(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  const name = await readFile(`/proc/${pid}/comm`, "utf8").catch(() => undefined);
  return name === undefined || name.startsWith("postgres");
}
