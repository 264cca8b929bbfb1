import { join } from "node:path";
import postgres from "postgres";
import { parseKeyring } from "../lib/platform/keyring";
import { countOld, reseal } from "../lib/platform/reseal";
import { filled, readEnvFile } from "./lib/env-file";
import { ask } from "./lib/postgres/connect";
import { ownerUrl } from "./lib/postgres/running";
import { steps } from "./lib/steps";
import { onInterrupt, report } from "./preflight/interrupt.mjs";
import { Problem } from "./preflight/problem.mjs";

/**
 * `npm run keys:rotate`: seals by the current key what older keys have sealed, beside a running product. It may be
 * stopped and run again; once it is through, the older keys can be taken out of SEALING_KEYS.
 */
async function main(root: string, signal: AbortSignal): Promise<void> {
  const env = { ...(await readEnvFile(join(root, ".env.local"))), ...filled(process.env) };
  if (!env.SEALING_KEYS)
    throw new Problem("SEALING_KEYS is missing: set it in the environment or in .env.local.");
  const ring = parseKeyring(env.SEALING_KEYS, env.SEALING_KEY);
  const url = await ownerUrl(root, env);
  if (!url) throw new Problem("There is no database. Set DATABASE_URL, or run npm start beside it.");
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  let old = 0;
  try {
    await steps(
      [
        { title: "Database", run: () => ask(url, "select 1", { patience: 0, signal }) },
        {
          title: "Secrets sealed by older keys",
          run: async (_, title) => {
            old = await countOld(sql, ring);
            title(`Secrets sealed by older keys: ${old}`);
          },
        },
        {
          title: `Sealing them by ${ring.current}`,
          run: async (say, title) => {
            const done = await reseal(sql, ring, (count) => {
              signal.throwIfAborted();
              say(bar(count, old));
            });
            title(`Sealed by ${ring.current}: ${done}`);
          },
        },
      ],
      signal,
    );
  } finally {
    await sql.end();
  }
  console.log(`\nEverything is sealed by ${ring.current}.`);
}

const WIDTH = 30;

/** Done of all as a bar; more may have come in meanwhile. */
function bar(done: number, all: number): string {
  const share = all === 0 ? 1 : Math.min(1, done / all);
  const filledCells = Math.round(share * WIDTH);
  return `${"█".repeat(filledCells)}${"░".repeat(WIDTH - filledCells)} ${done} of ${Math.max(all, done)}`;
}

const signal = onInterrupt(() => process.exit(130));
await main(process.cwd(), signal).catch((error) => {
  process.exitCode = report(error);
});
