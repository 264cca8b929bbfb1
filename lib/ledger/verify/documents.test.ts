import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convert } from "@/lib/core/exchange";
import type { Discount } from "@/lib/core/lines";
import { sum } from "@/lib/core/money";
import type { Tax } from "@/lib/core/tax";
import { type InvoiceInput, invoiceTotals } from "@/lib/core/totals";
import { finalizationPostings } from "@/lib/invoices/postings";
import { anyInvoice } from "@/tests/invoice-inputs";
import { documentDifferences } from "./documents";
import type { StoredDocument, StoredTax, StoredTaxRow } from "./stored";

const RUNS = 2_000;

const taxColumns = (tax: Tax): StoredTax => ({
  taxCategory: tax.category,
  taxRatePpm: tax.ratePpm,
  compoundName: tax.compound?.name ?? null,
  compoundPpm: tax.compound?.ratePpm ?? null,
  withholdingName: tax.withholding?.name ?? null,
  withholdingPpm: tax.withholding?.ratePpm ?? null,
});
const ppmOf = (value: Discount | null) => (value?.kind === "percent" ? value.ppm : null);
const minorOf = (value: Discount | null) => (value?.kind === "amount" ? value.minor : null);

/** An invoice as finalizing it leaves it behind: rows, sums, and postings by the code that posts them. */
function stored(input: InvoiceInput, kind: "invoice" | "credit_note", exchangeRate: string): StoredDocument {
  const totals = invoiceTotals(input);
  const taxes: StoredTaxRow[] = [
    ...totals.taxes.map((row) => ({ ...row, kind: "vat" as const, name: "VAT" })),
    ...totals.compounds.map((row) => ({ ...row, kind: "compound" as const, category: null })),
    ...totals.withholdings.map((row) => ({ ...row, kind: "withholding" as const, category: null })),
  ];
  const document = { ...totals, id: "1", kind, number: "7", currency: input.currency, exchangeRate };
  const toBase = (minor: bigint) => convert(minor, input.currency, "EUR", exchangeRate);
  const postings = finalizationPostings(document, taxes, toBase);
  return {
    ...document,
    pricesIncludeTax: input.pricesIncludeTax,
    taxes,
    items: input.lines.map((line, index) => ({
      position: index + 1,
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      discountPpm: ppmOf(line.discount),
      discountAmountMinor: minorOf(line.discount),
      ...taxColumns(line.tax),
      grossMinor: 0n,
      discountMinor: 0n,
      amountMinor: 0n,
      netMinor: 0n,
      ...totals.lines[index],
    })),
    adjustments: input.adjustments.flatMap(({ kind: sort, value, tax }, position) =>
      (totals.adjustments[position]?.parts ?? []).map((part) => ({
        position,
        kind: sort,
        percentPpm: ppmOf(value),
        enteredMinor: minorOf(value),
        isSpread: tax === null,
        ...taxColumns(part.tax),
        amountMinor: part.amountMinor,
        netMinor: part.netMinor,
      })),
    ),
    postings: [...new Set(postings.map(({ account }) => account))].map((accountCode) => {
      const own = postings.filter(({ account }) => account === accountCode);
      return {
        accountCode,
        amountMinor: sum(own.map((posting) => posting.amountMinor)),
        baseMinor: sum(own.map((posting) => posting.baseMinor)),
      };
    }),
  };
}

const anyStored = fc
  .tuple(
    anyInvoice,
    fc.constantFrom("invoice" as const, "credit_note" as const),
    fc.constantFrom("1", "0.9234", "0.0061", "2.98765"),
  )
  .map(([input, kind, rate]) => stored(input, kind, rate));

/** Every amount of a document: how to change it by one minor unit. */
function amounts(document: StoredDocument): (() => void)[] {
  const rows: Record<string, unknown>[] = [
    document,
    ...document.items,
    ...document.adjustments,
    ...document.taxes,
    ...document.postings,
  ];
  return rows.flatMap((row) =>
    Object.keys(row)
      .filter(
        (key) => /^(?!discountAmount|entered|granted).*Minor$/.test(key) && typeof row[key] === "bigint",
      )
      .filter((key) => row !== document || SUMS.includes(key))
      .map((key) => () => {
        row[key] = (row[key] as bigint) + 1n;
      }),
  );
}
const SUMS = ["subtotalMinor", "taxMinor", "totalMinor", "withheldMinor"];

describe("a document of any kind", () => {
  it("has no difference as finalizing it leaves it behind", () => {
    fc.assert(
      fc.property(anyStored, (document) => {
        expect(documentDifferences(document, "EUR")).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it("has one when any amount of it is off by one", () => {
    fc.assert(
      fc.property(anyStored, fc.nat(), (document, which) => {
        const changes = amounts(document);
        changes[which % changes.length]?.();
        expect(documentDifferences(document, "EUR")).not.toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it("may have its taxes posted together, as they were before each had an account", () => {
    fc.assert(
      fc.property(anyStored, (document) => {
        const isTax = ({ accountCode }: { accountCode: string }) => accountCode.startsWith("tax_payable.");
        const own = document.postings.filter(isTax);
        const whole = {
          accountCode: "tax_payable",
          amountMinor: sum(own.map((posting) => posting.amountMinor)),
          baseMinor: sum(own.map((posting) => posting.baseMinor)),
        };
        const postings = [...document.postings.filter((posting) => !isTax(posting)), whole];
        expect(documentDifferences({ ...document, postings }, "EUR")).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it("posts nothing as a quote", () => {
    const input: InvoiceInput = { currency: "EUR", pricesIncludeTax: false, lines: [], adjustments: [] };
    const quote = { ...stored(input, "invoice", "1"), kind: "quote" as const, exchangeRate: null };
    expect(documentDifferences({ ...quote, postings: [] }, "EUR")).toEqual([]);
    const posting = { accountCode: "revenue", amountMinor: -5n, baseMinor: -5n };
    expect(documentDifferences({ ...quote, postings: [posting] }, "EUR")).toMatchObject([
      { subject: "quote 7", what: "posted to revenue", expected: "0.00 EUR", found: "-0.05 EUR" },
      { what: "posted to revenue in the currency of the books" },
    ]);
  });
});
