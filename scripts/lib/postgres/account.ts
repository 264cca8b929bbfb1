import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { Problem } from "../../preflight/problem.mjs";

export interface Account {
  uid: number;
  gid: number;
}

/**
 * The operating system user that PostgreSQL runs as: undefined for our own; as root, which PostgreSQL refuses, another one.
 * @throws Problem when root has no such user to offer
 */
export async function serverAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  // A uid without a passwd entry fails in initdb, so it has to be one that exists.
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = await Promise.all([id("-u", name), id("-g", name)]);
    if (uid && gid) return { uid, gid };
  }
  throw new Problem(
    "PostgreSQL refuses to run as root. Create a user for it (useradd postgres), or start as an ordinary user.",
  );
}

async function id(flag: string, name: string): Promise<number | undefined> {
  const found = await promisify(execFile)("id", [flag, name]).catch(() => undefined);
  return found ? Number(found.stdout.trim()) : undefined;
}
