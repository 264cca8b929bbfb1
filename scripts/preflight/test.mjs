import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "./install.mjs";
import { onInterrupt, report } from "./interrupt.mjs";
import { say } from "./say.mjs";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** `npm test`: what must happen before there are packages; the rest is scripts/lib/test/all.ts. */
export async function test() {
  const signal = onInterrupt(() => process.exit(130));
  let code;
  try {
    await ensureInstalled(root, { signal, say });
    const { register } = await import("tsx/esm/api");
    register();
    const { testAll } = await import("../lib/test/all.ts");
    code = await testAll({ root, args: process.argv.slice(2), signal });
  } catch (error) {
    code = report(error);
    // A runner that could not run is a failure like any other, and must end with the same line.
    console.log(`0 passed, 1 failed`);
  }
  process.exit(code);
}
