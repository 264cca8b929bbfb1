import { createHash } from "node:crypto";
import { access, chmod, chown, lstat, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Problem } from "../../preflight/problem.mjs";
import { type Account, serverAccount } from "./account";
import { packagedBinaries, reachableCopy } from "./binaries";
import { isReachable } from "./reach";

export interface Place {
  /** Holds bin/, lib/ and share/. */
  native: string;
  /** The data directory; created by initdb. */
  data: string;
  /** The server's log. */
  log: string;
  account: Account | undefined;
}

/**
 * Where this project's PostgreSQL lives: in .data, or, when the user that the server runs as can't get there
 * (root under a 0700 home), in a directory outside, which .data/postgres.json remembers.
 */
export async function projectPlace(root: string): Promise<Place> {
  const account = await serverAccount();
  const home = join(root, ".data");
  await mkdir(home, { recursive: true });
  const note = join(home, "postgres.json");
  const remembered = await readFile(note, "utf8").catch(() => undefined);
  if (remembered) return place((JSON.parse(remembered) as { directory: string }).directory, root, account);
  if (!account || (await isReachable(home))) return place(home, root, account);
  const outside = await outsideDirectory(root);
  await writeFile(note, `${JSON.stringify({ directory: outside })}\n`);
  return place(outside, root, account);
}

/** The place of a server whose files are in a directory that its user can enter. */
export async function place(directory: string, root: string, account: Account | undefined): Promise<Place> {
  const packaged = await packagedBinaries(root);
  const reachable = !account || (await isReachable(join(packaged, "bin", "postgres")));
  const native = reachable ? packaged : await reachableCopy(packaged, directory);
  // The server creates its own directories and log, so it needs one that belongs to it.
  const own = join(directory, "postgres");
  await mkdir(own, { recursive: true, mode: 0o755 });
  if (account) await chown(own, account.uid, account.gid);
  return { native, data: join(own, "data"), log: join(own, "server.log"), account };
}

/** /var/lib rather than /var/tmp, whose old files some systems delete. */
async function outsideDirectory(root: string): Promise<string> {
  const key = createHash("sha256").update(root).digest("hex").slice(0, 12);
  for (const parent of ["/var/lib", "/var/tmp"]) {
    if (!(await exists(parent)) || !(await isReachable(parent))) continue;
    const directory = join(parent, `counterfoil-${key}`);
    await mkdir(directory, { mode: 0o755 }).catch(() => {});
    const stat = await lstat(directory).catch(() => undefined);
    // Anyone may create names in /var/tmp: only a real directory of ours will do.
    if (!stat?.isDirectory() || stat.uid !== process.getuid?.()) continue;
    await chmod(directory, 0o755);
    return directory;
  }
  throw new Problem(
    `The user that PostgreSQL runs as can't enter ${root}. Move the project to a directory that others may enter, or set DATABASE_URL.`,
  );
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
