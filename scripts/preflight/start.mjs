import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseEnv } from "node:util";
import { ensureInstalled } from "./install.mjs";
import { onInterrupt, report } from "./interrupt.mjs";
import { claim } from "./lock.mjs";
import { webAddress } from "./ports.mjs";
import { say } from "./say.mjs";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** `npm start`: what must happen before there are packages; the rest is scripts/lib/up.ts. */
export async function start() {
  const force = { now: () => process.exit(130) };
  const signal = onInterrupt(() => force.now());
  let release = async () => {};
  let code = 0;
  try {
    const options = parse(process.argv.slice(2));
    // A taken port is told now, rather than after minutes of installing and building; the lock knows more, so it goes first.
    const settings = { ...envFile(), ...process.env };
    release = await claim(root, `http://localhost:${settings.PORT || 3000}`);
    const address = await webAddress(settings);
    await ensureInstalled(root, { signal, say });
    signal.throwIfAborted();
    const { register } = await import("tsx/esm/api");
    register();
    const { up } = await import("../lib/up.ts");
    await up({ root, ...address, ...options, signal, force });
  } catch (error) {
    code = report(error);
  }
  await release();
  process.exit(code);
}

function envFile() {
  try {
    return parseEnv(readFileSync(join(root, ".env.local"), "utf8"));
  } catch {
    return {};
  }
}

function parse(args) {
  const known = { "--dev": "dev", "--no-demo": "noDemo" };
  for (const arg of args)
    if (!Object.hasOwn(known, arg)) {
      console.error(
        `Unknown option ${arg}. Known: --no-demo (leave the database empty), --dev (hot reload).`,
      );
      process.exit(2);
    }
  return Object.fromEntries(Object.entries(known).map(([arg, name]) => [name, args.includes(arg)]));
}
