import { appendFile, chmod, readFile, stat } from "node:fs/promises";
import { parseEnv } from "node:util";
import { Problem } from "../preflight/problem.mjs";

export type Values = Record<string, string>;

/** The settings in an env file; none when there is no file. */
export async function readEnvFile(path: string): Promise<Values> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw new Problem(`Can't read ${path} (${error.code}). Run as the user that it belongs to.`);
  });
  return filled(parseEnv(text));
}

/**
 * Appends keys to an env file that only its owner may read. What stands in the file is never changed.
 * @param comment a line that says where the keys came from
 */
export async function appendEnvFile(path: string, values: Values, comment: string): Promise<void> {
  const lines = Object.entries(values).map(([key, value]) => `${key}=${value}`);
  if (lines.length === 0) return;
  const before = await readFile(path, "utf8").catch(() => "");
  const gap = before === "" ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  await appendFile(path, `${gap}# ${comment}\n${lines.join("\n")}\n`, { mode: 0o600 });
  const { mode } = await stat(path);
  if (mode & 0o077) await chmod(path, 0o600);
}

/** Settings that have a value: an empty one counts as not set, as it does in the app. */
export function filled(values: Record<string, string | undefined>): Values {
  const entries = Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return Object.fromEntries(entries);
}
