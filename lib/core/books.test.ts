import { describe, expect, it, test } from "vitest";
import type { BookAccount, BookEntry, BookHead } from "./books";
import { beancountNames } from "./books-beancount";
import { bookFormats } from "./books-formats";
import { hledgerNames } from "./books-hledger";

const account = (code: string, kind: BookAccount["kind"], name: string): BookAccount => ({
  code,
  kind,
  name,
});
const accounts = [
  account("receivable", "asset", "Accounts receivable"),
  account("cash.bank", "asset", "Bank"),
  account("exchange_differences", "expense", "Exchange differences"),
  account("tax_payable.S.55000", "liability", "VAT 5.5 %"),
  account("tax_payable.S.550000", "liability", "VAT 55 %"),
  account("tax_payable.S.80000", "liability", "消費税"),
  account("tax_payable.S.100000", "liability", "消費税"),
  account("odd", "equity", "A: b;  c"),
  account("cash.empty", "asset", "::"),
];
const head: BookHead = { title: 'Nord "GmbH"', currency: "EUR", accounts, currencies: ["EUR", "JPY", "USD"] };

/** 100 USD, invoiced at 0.9234 and paid at 0.95. */
const entry: BookEntry = {
  id: "0199aaaa-0000-7000-8000-000000000001",
  kind: "payment.received",
  postedOn: "2026-03-02",
  client: '(Acme; "Inc"\n| Co',
  lines: [
    { accountCode: "cash.bank", amountMinor: 10_000n, currency: "USD", baseMinor: 9_500n, document: null },
    {
      accountCode: "receivable",
      amountMinor: -10_000n,
      currency: "USD",
      baseMinor: -9_234n,
      document: "INV-1",
    },
    {
      accountCode: "exchange_differences",
      amountMinor: 0n,
      currency: "USD",
      baseMinor: -266n,
      document: null,
    },
  ],
};

test("account names hold what each format allows, and no two are alike", () => {
  expect(Object.fromEntries(hledgerNames(accounts))).toEqual({
    receivable: "assets:accounts receivable",
    "cash.bank": "assets:bank",
    exchange_differences: "expenses:exchange differences",
    "tax_payable.S.55000": "liabilities:vat 5.5 %",
    "tax_payable.S.550000": "liabilities:vat 55 %",
    "tax_payable.S.80000": "liabilities:消費税 (tax_payable.S.80000)",
    "tax_payable.S.100000": "liabilities:消費税 (tax_payable.S.100000)",
    odd: "equity:a b c",
    "cash.empty": "assets:cash.empty",
  });
  expect([...beancountNames(accounts).values()]).toEqual([
    "Assets:AccountsReceivable",
    "Assets:Bank",
    "Expenses:ExchangeDifferences",
    "Liabilities:VAT5-5",
    "Liabilities:VAT55",
    "Liabilities:X消費税-TaxPayableS80000",
    "Liabilities:X消費税-TaxPayableS100000",
    "Equity:ABC",
    "Assets:CashEmpty",
  ]);
});

test("codes that come to the same name still give two accounts", () => {
  const alike = [
    account("tax_payable.I.R.P.F.1", "liability", "I.R.P.F. 1"),
    account("tax_payable.IRPF.1", "liability", "I R P F 1"),
    account("tax_payable.I R P F.1", "liability", "I R P F 1"),
  ];
  for (const names of [hledgerNames(alike), beancountNames(alike)])
    expect(new Set(names.values()).size).toBe(alike.length);
});

describe("an entry in foreign currency", () => {
  it("carries its cost in hledger's format, its difference in the base currency", () => {
    const lines = bookFormats.hledger.writer(head).entry(entry).trim().split("\n");
    expect(lines.map((line) => line.trim().replace(/ {2,}/g, "  "))).toEqual([
      '2026-03-02 * (INV-1) Acme "Inc" Co  ; id:0199aaaa-0000-7000-8000-000000000001, kind:payment.received',
      "assets:bank  100.00 USD @@ 95.00 EUR",
      "assets:accounts receivable  -100.00 USD @@ 92.34 EUR  ; document:INV-1",
      "expenses:exchange differences  -2.66 EUR",
    ]);
  });

  it("carries its price in beancount's", () => {
    expect(bookFormats.beancount.writer(head).entry(entry)).toBe(`
2026-03-02 * "(Acme; \\"Inc\\" | Co" "INV-1"
  id: "0199aaaa-0000-7000-8000-000000000001"
  kind: "payment.received"
  Assets:Bank  100.00 USD @@ 95.00 EUR
  Assets:AccountsReceivable  -100.00 USD @@ 92.34 EUR
    document: "INV-1"
  Expenses:ExchangeDifferences  -2.66 EUR
`);
  });

  it("carries both amounts in each row of a table", () => {
    const [first] = bookFormats.csv
      .writer(head)
      .entry({ ...entry, client: "=Acme" })
      .split("\r\n");
    expect(first).toBe(
      "2026-03-02,0199aaaa-0000-7000-8000-000000000001,payment.received,cash.bank,Bank,asset,100.00,USD,95.00,EUR,'=Acme,",
    );
  });
});

test("commodities are declared with their own decimals", () => {
  const { head: text } = bookFormats.hledger.writer(head);
  expect(text).toContain("commodity 1000.00 EUR\ncommodity 1000. JPY\ncommodity 1000.00 USD\n");
  expect(text).toContain("account assets:bank  ; type:A\n");
});
