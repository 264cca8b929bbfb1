import { describe, expect, it } from "vitest";
import { standard } from "@/tests/invoice-inputs";
import type { Adjustment } from "./adjustments";
import { UNTAXED } from "./tax";
import { invoiceTotals } from "./totals";

const [full, reduced] = [standard(190_000), standard(70_000)];

/** The parts of one adjustment on lines of the full and of the reduced rate, in major units. */
function split(fullRate: string, reducedRate: string, adjustment: Partial<Adjustment>) {
  const lines = [
    { tax: full, text: fullRate },
    { tax: reduced, text: reducedRate },
  ].map(({ tax, text }) => ({
    quantity: text.startsWith("-") ? "-1" : "1",
    unitPrice: text.replace("-", ""),
    discount: null,
    tax,
  }));
  const one: Adjustment = {
    kind: "discount",
    value: { kind: "amount", minor: 1000n },
    tax: null,
    ...adjustment,
  };
  const totals = invoiceTotals({ currency: "EUR", pricesIncludeTax: false, lines, adjustments: [one] });
  const of = (ratePpm: number) =>
    totals.adjustments[0]?.parts.find((part) => part.tax.ratePpm === ratePpm)?.amountMinor ?? 0n;
  return { totals, parts: [of(190_000), of(70_000)] };
}

describe("a discount or charge of the document", () => {
  it("is spread over the taxes of the lines by their amounts", () => {
    const { totals, parts } = split("20", "10", {});
    expect(parts).toEqual([667n, 333n]);
    expect(totals).toMatchObject({ linesMinor: 3000n, discountMinor: 1000n, subtotalMinor: 2000n });
    expect(totals.taxes.map((row) => row.baseMinor)).toEqual([667n, 1333n]);
  });

  it("bears its own tax when it has one", () => {
    const { totals } = split("20", "10", { kind: "charge", tax: UNTAXED });
    expect(totals.taxes.at(-1)).toEqual({ category: "O", ratePpm: 0, baseMinor: 1000n, taxMinor: 0n });
    expect(totals).toMatchObject({ chargeMinor: 1000n, totalMinor: 2380n + 1070n + 1000n });
  });

  it("as a percentage is one of the sum of the lines, and of what each tax bears", () => {
    const tenth = { kind: "percent" as const, ppm: 100_000 };
    expect(split("20", "10.05", { value: tenth }).parts).toEqual([200n, 101n]);
    expect(split("20", "-10", { value: tenth }).parts).toEqual([200n, -100n]);
  });

  it("of 100 % leaves nothing, deductions included", () => {
    const { totals } = split("20.01", "-10.02", { value: { kind: "percent", ppm: 1_000_000 } });
    expect(totals.taxes.map((row) => row.baseMinor)).toEqual([0n, 0n]);
    expect(totals.totalMinor).toBe(0n);
  });

  it("as a fixed amount leaves deductions alone", () => {
    expect(split("20", "-19.99", {}).parts).toEqual([1000n, 0n]);
    expect(split("-20", "19.99", {}).parts).toEqual([1000n, 0n]);
  });

  it("is spread by size where the lines cancel out, and has the first tax where they are nothing", () => {
    expect(split("20", "-20", { kind: "charge" }).parts).toEqual([500n, 500n]);
    expect(split("0", "0", { kind: "charge" }).parts).toEqual([1000n, 0n]);
  });

  it("of nothing adds no row", () => {
    const { totals } = split("20", "10", { value: { kind: "amount", minor: 0n }, tax: UNTAXED });
    expect(totals.taxes).toHaveLength(2);
    expect(totals.adjustments).toEqual([{ amountMinor: 0n, netMinor: 0n, parts: [] }]);
  });

  it("without lines is not subject to tax", () => {
    const adjustments: Adjustment[] = [{ kind: "charge", value: { kind: "amount", minor: 5n }, tax: null }];
    const totals = invoiceTotals({ currency: "EUR", pricesIncludeTax: true, lines: [], adjustments });
    expect(totals.taxes).toEqual([{ category: "O", ratePpm: 0, baseMinor: 5n, taxMinor: 0n }]);
  });
});
