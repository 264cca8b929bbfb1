import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { publicKeyOf, readHeads, signingKey } from "../lib/audit/heads";
import { type Finding, type Trusted, type VerifiedChain, verifyAudit } from "../lib/audit/verify";
import { filled, readEnvFile, type Values } from "./lib/env-file";
import { ask } from "./lib/postgres/connect";
import { ownerUrl } from "./lib/postgres/running";
import { steps } from "./lib/steps";
import { onInterrupt, report } from "./preflight/interrupt.mjs";
import { Problem } from "./preflight/problem.mjs";

/**
 * `npm run audit:verify`: recomputes the chain of the audit log, compares it with the heads that were signed, and names
 * every row that is not as it was written; exit code 1 when there is one.
 */
async function main(root: string, signal: AbortSignal): Promise<number> {
  let env: Values = {};
  let url = "";
  let heads: Trusted & { unreadable: number[] } = { heads: [], key: "", unreadable: [] };
  let verified: VerifiedChain[] = [];
  await steps(
    [
      {
        title: "Database",
        run: async () => {
          env = { ...(await readEnvFile(join(root, ".env.local"))), ...filled(process.env) };
          url = (await ownerUrl(root, env)) ?? "";
          if (!url)
            throw new Problem(
              "There is no database to look at. Set DATABASE_URL, or run npm start beside it.",
            );
          await ask(url, "select 1", { patience: 0, signal });
        },
      },
      {
        title: "Signed heads",
        run: async (_, title) => {
          heads = await signedHeads(root, env);
          title(`Signed heads (${heads.heads.length})`);
        },
      },
      {
        title: "Audit log of every organization, from its first entry",
        run: async (say, title) => {
          verified = await verifyAudit(url, heads, say);
          title(`Audit log of ${verified.length} organization(s), from the first entry`);
        },
      },
    ],
    signal,
  );
  const lines = [
    ...heads.unreadable.map((line) => `✖ line ${line} of the signed heads can't be read`),
    ...verified.flatMap(({ organization, findings }) =>
      findings.map((one) => `✖ ${organization}: ${rowText(one)}${one.what}`),
    ),
  ];
  for (const line of lines) console.log(line);
  for (const { organization, links, signedUntil } of verified)
    console.log(
      `  ${organization}: ${links} entries in the chain, ${signedUntil > 0 ? `signed until ${signedUntil}` : "none signed yet"}`,
    );
  console.log(lines.length === 0 ? "\nEvery entry is as it was written." : `\n${lines.length} finding(s).`);
  return lines.length === 0 ? 0 : 1;
}

async function signedHeads(root: string, env: Values): Promise<Trusted & { unreadable: number[] }> {
  const path = resolve(root, env.AUDIT_HEADS_FILE ?? join(".data", "audit-heads.jsonl"));
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  const key = env.AUDIT_SIGNING_KEY ? publicKeyOf(signingKey(env.AUDIT_SIGNING_KEY)) : "";
  return { ...readHeads(text), key };
}

const rowText = ({ seq, id, at, action }: Finding): string => {
  const parts = [seq === null ? null : `entry ${seq}`, id, at, action].filter((part) => part !== null);
  return parts.length > 0 ? `${parts.join(", ")}: ` : "";
};

const signal = onInterrupt(() => process.exit(130));
process.exitCode = await main(process.cwd(), signal).catch(report);
