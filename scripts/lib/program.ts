import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { Problem } from "../preflight/problem.mjs";
import { run } from "../preflight/run.mjs";

/** A program of the system that our tests ask for a second opinion. */
export interface Program {
  command: string;
  /** Its package in Debian and Ubuntu. */
  packageName: string;
  /** The setting that names it where it is not on the path. */
  variable: string;
}

/** The first of some files that can be run. */
export async function firstExecutable(paths: readonly (string | undefined)[]): Promise<string | undefined> {
  for (const path of paths) if (path && (await isExecutable(path))) return path;
  return undefined;
}

const isExecutable = (path: string) =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

/** Where programs of these names may be: every folder of the path, and the usual ones. */
export function onPath(names: readonly string[], env: NodeJS.ProcessEnv = process.env): string[] {
  const folders = [...(env.PATH ?? "").split(delimiter), "/usr/bin", "/usr/local/bin"].filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Whether packages of the distribution are ours to install: as root, where there is apt-get. */
export const mayInstall = async (): Promise<boolean> =>
  process.getuid?.() === 0 && (await isExecutable("/usr/bin/apt-get"));

/** Installs a package of the distribution; says whether it did. */
export async function aptInstall(packageName: string, signal?: AbortSignal): Promise<boolean> {
  if (!(await mayInstall())) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  // Somebody else's apt-get may be at work: wait for its end rather than fail.
  const apt = (...args: string[]) =>
    run("apt-get", ["-qq", "-o", "DPkg::Lock::Timeout=300", ...args], { env, ...(signal ? { signal } : {}) });
  try {
    await apt("update");
    return (await apt("install", "-y", "--no-install-recommends", packageName)).code === 0;
  } catch {
    signal?.throwIfAborted();
    return false;
  }
}

/**
 * Finds a program, or installs it as root.
 * @throws Problem that says how to get it
 */
export async function ensureProgram({ command, packageName, variable }: Program): Promise<string> {
  const find = () => firstExecutable([process.env[variable], ...onPath([command])]);
  const found = (await find()) ?? ((await aptInstall(packageName)) ? await find() : undefined);
  if (found) return found;
  throw new Problem(
    `There is no ${command}, and it could not be installed. Install ${packageName}, or set ${variable} to its program.`,
  );
}
