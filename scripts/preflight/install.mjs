import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Problem } from "./problem.mjs";
import { run } from "./run.mjs";

/**
 * Installs packages when there are none, or when package-lock.json has changed since.
 * @returns {Promise<boolean>} whether anything was installed
 */
export async function ensureInstalled(root, { signal, say }) {
  const marker = join(root, "node_modules", ".counterfoil-lock");
  const wanted = await fingerprint(root);
  if ((await readFile(marker, "utf8").catch(() => "")) === wanted) return false;
  if (await matchesLock(root)) {
    await writeFile(marker, wanted);
    return false;
  }
  const { lines, code } = await say("Installing packages", () =>
    run(...npm(["ci", "--include=dev", "--no-audit", "--no-fund"]), { cwd: root, signal, grace: 2000 }),
  );
  if (code !== 0) throw new Problem("npm ci failed. Its last lines:", lines.slice(-15));
  await writeFile(marker, wanted);
  return true;
}

async function fingerprint(root) {
  const lock = await readFile(join(root, "package-lock.json"));
  const runtime = `${process.platform} ${process.arch} ${process.versions.modules}`;
  return createHash("sha256").update(lock).update(runtime).digest("hex");
}

/** Whether someone ran `npm install` by hand and everything the lock asks for is there. */
async function matchesLock(root) {
  const text = await readFile(join(root, "node_modules", ".package-lock.json"), "utf8").catch(() => "");
  if (!text) return false;
  const installed = JSON.parse(text).packages;
  const { packages } = JSON.parse(await readFile(join(root, "package-lock.json"), "utf8"));
  return Object.entries(packages).every(
    ([path, { version, optional, link }]) =>
      path === "" ||
      link ||
      (installed[path] ? installed[path].version === version && existsSync(join(root, path)) : optional),
  );
}

/** The npm that started us, or the one on the path. */
function npm(args) {
  const cli = process.env.npm_execpath ?? "";
  return cli.endsWith("npm-cli.js") ? [process.execPath, [cli, ...args]] : ["npm", args];
}
