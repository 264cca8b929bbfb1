import postgres from "postgres";
import { balancesArePosted } from "./balances";
import type { Check, Difference, Owner } from "./difference";
import { documentsArePosted } from "./documents";
import { entriesBalance } from "./entries";
import { numbersAreGapless } from "./numbers";
import { invoicesOweTheRest, paymentsAreBooked, sourcesKeepTheRest } from "./settlements";

/** Everything that must hold of an organization's books, recomputed from its documents, payments and postings. */
const checks: readonly Check[] = [
  entriesBalance,
  documentsArePosted,
  balancesArePosted,
  invoicesOweTheRest,
  sourcesKeepTheRest,
  paymentsAreBooked,
  numbersAreGapless,
];

export type Verified = { organization: string; differences: Difference[] };

/**
 * Recomputes the books of every organization from nothing, all as of one moment; writes nothing. `ownerUrl` is the
 * connection of the database's owner, who alone sees every organization. `say` is told what is being looked at.
 */
export async function verifyBooks(
  ownerUrl: string,
  say: (text: string) => void = () => {},
): Promise<Verified[]> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {}, types: { bigint: postgres.BigInt } });
  try {
    return await sql.begin("isolation level repeatable read read only", async (tx) => {
      const organizations = await tx<{ id: string; name: string }[]>`
        select id, name from organizations order by name, id`;
      const verified: Verified[] = [];
      for (const { id, name } of organizations) {
        const differences = await verifyOne(tx, id, (title) => say(`${name}: ${title}`));
        verified.push({ organization: name, differences });
      }
      return verified;
    });
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function verifyOne(
  sql: Owner,
  organizationId: string,
  say: (title: string) => void,
): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const check of checks) {
    say(check.title);
    differences.push(...(await check.run(sql, organizationId)));
  }
  return differences;
}
