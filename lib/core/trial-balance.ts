import { type AccountKind, accountKinds, type BookAccount } from "./books";
import { sum } from "./money";

/**
 * What the journal says of one account in one currency. Base amounts are in the organization's currency: before the
 * period, its debits and credits (both positive); `amountMinor` is all of it until the period's end, in `currency`.
 */
export type AccountSums = {
  code: string;
  currency: string;
  openingMinor: bigint;
  debitMinor: bigint;
  creditMinor: bigint;
  amountMinor: bigint;
};

/** One account: opening + debit − credit = closing, in the organization's currency; debit balances are positive. */
export type TrialBalanceRow = BookAccount & {
  openingMinor: bigint;
  debitMinor: bigint;
  creditMinor: bigint;
  closingMinor: bigint;
  /** What the closing balance consists of in other currencies. */
  foreign: { currency: string; amountMinor: bigint }[];
};

export type TrialBalanceTotals = Pick<
  TrialBalanceRow,
  "openingMinor" | "debitMinor" | "creditMinor" | "closingMinor"
>;

/**
 * The trial balance in the order of the chart: assets first, then by code. Accounts that never moved are left out.
 * In books that are right, openings and closings sum to zero, and debits equal credits.
 */
export function trialBalance(
  accounts: readonly BookAccount[],
  sums: readonly AccountSums[],
  currency: string,
): { rows: TrialBalanceRow[]; totals: TrialBalanceTotals } {
  const rows = accounts
    .flatMap((account) => {
      const own = sums.filter((row) => row.code === account.code);
      if (own.length === 0) return [];
      const foreign = own
        .filter((row) => row.currency !== currency && row.amountMinor !== 0n)
        .map((row) => ({ currency: row.currency, amountMinor: row.amountMinor }))
        .sort((a, b) => (a.currency < b.currency ? -1 : 1));
      return [{ ...account, ...totalsOf(own), foreign }];
    })
    .sort((a, b) => order(a.kind) - order(b.kind) || (a.code < b.code ? -1 : 1));
  return { rows, totals: totalsOf(rows) };
}

function totalsOf(
  rows: readonly Pick<AccountSums, "openingMinor" | "debitMinor" | "creditMinor">[],
): TrialBalanceTotals {
  const openingMinor = sum(rows.map((row) => row.openingMinor));
  const debitMinor = sum(rows.map((row) => row.debitMinor));
  const creditMinor = sum(rows.map((row) => row.creditMinor));
  return { openingMinor, debitMinor, creditMinor, closingMinor: openingMinor + debitMinor - creditMinor };
}

const order = (kind: AccountKind) => accountKinds.indexOf(kind);
