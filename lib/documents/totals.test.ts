import { expect, test } from "vitest";
import { legalText } from "@/lib/invoices/legal-text";
import { previewOf, type TypedFields } from "@/lib/invoices/preview";
import { formRates } from "@/tests/invoice-forms";
import { documentAmountsOf } from "./amounts";
import { notices, totalRows } from "./totals";
import { documentWords } from "./words";

const words = documentWords();
const ids = [...formRates.keys()];
const line = (unitPrice: string, rate = 0) => ({ quantity: "1", unitPrice, taxRateId: ids[rate] });

function printed(typed: TypedFields, exchangeRate: string | null = null) {
  const { totals, ...rows } = previewOf({ currency: "EUR", ...typed }, formRates, legalText);
  const source = { ...totals, ...rows, exchangeRate };
  const view = documentAmountsOf(source, { locale: "en", baseCurrency: "EUR" }, words);
  const rowsOf = totalRows(view, words).map(({ label, detail, minor }) => [label, detail ?? "", minor]);
  return { rows: rowsOf, notices: notices(view, words), lines: view.lines };
}

test("a plain invoice prints what it always printed", () => {
  expect(printed({ lines: [line("100")] })).toMatchObject({
    rows: [
      ["Subtotal", "", 10_000n],
      ["Tax 1 20%", "on €100.00", 2_000n],
      ["Total", "", 12_000n],
    ],
    notices: [],
    lines: [{ taxLabel: "Tax 1 20%" }],
  });
});

test("discounts, charges, other taxes and what is withheld have rows of their own", () => {
  const adjustments = [
    { kind: "discount" as const, description: "Loyalty", value: "10" },
    { kind: "charge" as const, description: "Freight", valueKind: "amount" as const, value: "4.99" },
  ];
  const { rows, lines } = printed({ lines: [line("100", 2), line("100", 3)], adjustments });
  expect(rows.map(([label]) => label)).toEqual([
    "Sum of the lines",
    "Loyalty (10%)",
    "Freight",
    "Subtotal",
    "Tax 3 20%",
    "Provincial 9.975%",
    "Total tax",
    "Total",
    "Income tax 15%",
    "To pay",
  ]);
  expect(rows[1]?.[2]).toBe(-2_000n);
  expect(rows.at(-2)?.[2]).toBe(-1_388n);
  expect(lines.map((one) => one.taxLabel)).toEqual(["Tax 3 20% + Provincial 9.975%", "Tax 4 20%"]);
});

test("the price mode, the law's words and the exchange rate are said", () => {
  const { rows, notices: said } = printed(
    { currency: "USD", pricesIncludeTax: true, lines: [line("120"), line("50", 8)] },
    "0.8000000000",
  );
  expect(rows[0]).toEqual(["Without tax", "", 15_000n]);
  expect(said).toEqual([
    "Prices include tax.",
    words.legal.AE,
    "Exchange rate: 1 USD = 0.8 EUR. Tax in EUR: €16.00.",
  ]);
});

test("a half-typed exchange rate is not printed", () => {
  expect(printed({ currency: "USD", lines: [line("120")] }, "0.").notices).toEqual([]);
});
