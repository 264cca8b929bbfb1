import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

const FOLDERS = [
  "app",
  "components",
  "db",
  "emails",
  "lib",
  "messages",
  "public",
  "sandbox",
  "styles",
  "worker",
];
const FILES = ["scripts/build.ts", "scripts/lib/bundle.ts", "scripts/migrate.ts"];
const ROOT_FILE = /^(package(-lock)?\.json|tsconfig\.json|.*\.(ts|mjs|css))$/;
const IGNORED = /(\.test\.tsx?|^next-env\.d\.ts|^(vitest|playwright|drizzle)\.config\.ts)$/;

const stampPath = (root: string) => join(root, ".next", "counterfoil-build.json");

/** A hash over the names and contents of everything that the build reads. */
export async function sourcesHash(root: string): Promise<string> {
  const hash = createHash("sha256");
  for (const path of await sources(root)) {
    hash.update(`${relative(root, path).split(sep).join("/")}\0`);
    hash.update(await readFile(path));
    hash.update("\0");
  }
  return hash.digest("hex");
}

async function sources(root: string): Promise<string[]> {
  const files = FILES.map((file) => join(root, file));
  const walk = async (folder: string) => {
    for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) await walk(path);
      else if (!IGNORED.test(entry.name)) files.push(path);
    }
  };
  for (const folder of FOLDERS) await walk(join(root, folder));
  for (const name of await readdir(root))
    if (ROOT_FILE.test(name) && !IGNORED.test(name)) files.push(join(root, name));
  return files.sort();
}

/** Whether the build in `.next` was made from these very sources. */
export async function isBuilt(root: string, hash: string): Promise<boolean> {
  const stamp = await readFile(stampPath(root), "utf8").catch(() => "{}");
  return (JSON.parse(stamp) as { sources?: string }).sources === hash;
}

/** Forgets the stamp before a build, so that an interrupted one is never taken for a finished one. */
export const clearStamp = (root: string) => rm(stampPath(root), { force: true });

/** Remembers what the finished build was made from. */
export const writeStamp = (root: string, hash: string) =>
  writeFile(stampPath(root), `${JSON.stringify({ sources: hash })}\n`);
