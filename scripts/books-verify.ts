import { join } from "node:path";
import { type Verified, verifyBooks } from "../lib/ledger/verify";
import { filled, readEnvFile } from "./lib/env-file";
import { ask } from "./lib/postgres/connect";
import { ownerUrl } from "./lib/postgres/running";
import { steps } from "./lib/steps";
import { onInterrupt, report } from "./preflight/interrupt.mjs";
import { Problem } from "./preflight/problem.mjs";

/** `npm run books:verify`: recomputes every balance from nothing and names each difference; exit code 1 when there is one. */
async function main(root: string, signal: AbortSignal): Promise<number> {
  let url = "";
  let verified: Verified[] = [];
  await steps(
    [
      {
        title: "Database",
        run: async () => {
          const env = { ...(await readEnvFile(join(root, ".env.local"))), ...filled(process.env) };
          url = (await ownerUrl(root, env)) ?? "";
          if (!url)
            throw new Problem(
              "There is no database to look at. Set DATABASE_URL, or run npm start beside it.",
            );
          await ask(url, "select 1", { patience: 0, signal });
        },
      },
      {
        title: "Books of every organization, from nothing",
        run: async (say, title) => {
          verified = await verifyBooks(url, say);
          title(`Books of ${verified.length} organization(s), from nothing`);
        },
      },
    ],
    signal,
  );
  const lines = verified.flatMap(({ organization, differences }) =>
    differences.map(
      ({ subject, what, expected, found }) =>
        `✖ ${organization}: ${subject}: ${what}: expected ${expected}, found ${found}`,
    ),
  );
  for (const line of lines) console.log(line);
  console.log(lines.length === 0 ? "\nEvery balance agrees." : `\n${lines.length} difference(s).`);
  return lines.length === 0 ? 0 : 1;
}

const signal = onInterrupt(() => process.exit(130));
process.exitCode = await main(process.cwd(), signal).catch(report);
