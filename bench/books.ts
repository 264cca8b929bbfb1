import type { Sql } from "postgres";
import { getAccountLedger } from "@/lib/ledger/account-ledger";
import { listJournal } from "@/lib/ledger/journal";
import { getTrialBalance } from "@/lib/ledger/trial-balance";
import { clientFixture, organizationFixture } from "@/tests/fixtures";
import { fillInvoices, fillJournal } from "./fill";
import { median } from "./measure";

const TIMES = 9;
const YEAR = { from: "2026-01-01", to: "2026-12-31" };

/** Milliseconds that each page of the books takes with so many journal entries. */
export async function booksWith(sql: Sql, entries: number): Promise<Record<string, number>> {
  const organization = await organizationFixture();
  const { id: clientId } = await clientFixture(organization);
  await fillInvoices(sql, { organizationId: organization.organizationId, clientId }, entries);
  await fillJournal(sql, organization.organizationId);
  const ctx = organization.accountant;
  return {
    "journal, first page": await median(TIMES, () => listJournal(ctx, YEAR)),
    "ledger of an account, first page": await median(TIMES, () =>
      getAccountLedger(ctx, { code: "receivable", ...YEAR }),
    ),
    "trial balance": await median(TIMES, () => getTrialBalance(ctx, YEAR)),
  };
}
