import { expect, test } from "vitest";
import type { BookAccount } from "./books";
import { trialBalance } from "./trial-balance";

const accounts: BookAccount[] = [
  { code: "revenue", kind: "income", name: "Revenue" },
  { code: "receivable", kind: "asset", name: "Accounts receivable" },
  { code: "cash.bank", kind: "asset", name: "Bank" },
  { code: "write_offs", kind: "expense", name: "Write-offs" },
];

const sums = (code: string, currency: string, base: [bigint, bigint, bigint], amountMinor: bigint) => ({
  code,
  currency,
  openingMinor: base[0],
  debitMinor: base[1],
  creditMinor: base[2],
  amountMinor,
});

test("an account's currencies are added up in the organization's, and told apart beside it", () => {
  const { rows, totals } = trialBalance(
    accounts,
    [
      sums("revenue", "EUR", [-5_000n, 0n, 1_000n], -6_000n),
      sums("revenue", "USD", [0n, 0n, 900n], -1_000n),
      sums("receivable", "EUR", [5_000n, 1_000n, 2_000n], 4_000n),
      sums("receivable", "USD", [0n, 900n, 900n], 0n),
      sums("cash.bank", "EUR", [0n, 2_000n, 0n], 2_000n),
      sums("cash.bank", "USD", [0n, 900n, 0n], 1_000n),
    ],
    "EUR",
  );
  expect(rows).toEqual([
    {
      ...accounts[2],
      openingMinor: 0n,
      debitMinor: 2_900n,
      creditMinor: 0n,
      closingMinor: 2_900n,
      foreign: [{ currency: "USD", amountMinor: 1_000n }],
    },
    {
      ...accounts[1],
      openingMinor: 5_000n,
      debitMinor: 1_900n,
      creditMinor: 2_900n,
      closingMinor: 4_000n,
      foreign: [],
    },
    {
      ...accounts[0],
      openingMinor: -5_000n,
      debitMinor: 0n,
      creditMinor: 1_900n,
      closingMinor: -6_900n,
      foreign: [{ currency: "USD", amountMinor: -1_000n }],
    },
  ]);
  expect(totals).toEqual({ openingMinor: 0n, debitMinor: 4_800n, creditMinor: 4_800n, closingMinor: 0n });
});

test("nothing posted, nothing shown", () =>
  expect(trialBalance(accounts, [], "EUR")).toEqual({
    rows: [],
    totals: { openingMinor: 0n, debitMinor: 0n, creditMinor: 0n, closingMinor: 0n },
  }));
