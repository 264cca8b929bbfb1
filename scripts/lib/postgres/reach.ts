import { chmod, lstat, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";

/** The permission of everyone else to enter a directory or run a file. */
const OTHERS_ENTER = 0o001;

/**
 * Whether a user with no rights of their own can get to a path: every directory above it, and itself, lets others in.
 */
export async function isReachable(path: string): Promise<boolean> {
  for (let at = path; ; at = dirname(at)) {
    const { mode } = await lstat(at);
    if (!(mode & OTHERS_ENTER)) return false;
    if (dirname(at) === at) return true;
  }
}

/** Lets everyone read a folder's contents, and enter and run what its owner may. */
export async function openToOthers(path: string): Promise<void> {
  const stat = await lstat(path);
  if (stat.isSymbolicLink()) return;
  const enter = stat.mode & 0o100 ? 0o011 : 0;
  await chmod(path, (stat.mode & 0o7777) | 0o044 | enter);
  if (!stat.isDirectory()) return;
  for (const name of await readdir(path)) await openToOthers(join(path, name));
}
