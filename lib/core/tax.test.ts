import { describe, expect, it } from "vitest";
import { eco, standard } from "@/tests/invoice-inputs";
import { isValidTax, type TaxCategory, UNTAXED } from "./tax";
import { breakdown } from "./tax-breakdown";
import type { Taxed } from "./tax-parts";

const plain = (category: TaxCategory, ratePpm = 0) => ({ ...UNTAXED, category, ratePpm });

describe("a tax", () => {
  it.each([
    [standard(190_000), true],
    [standard(1_000_000), true],
    [standard(0), false],
    [standard(1_000_001), false],
    [plain("E", 1), false],
    [plain("AE"), true],
    [standard(190_000, { compound: eco }), true],
    [standard(190_000, { compound: { name: "", ratePpm: 1 } }), false],
    [standard(190_000, { withholding: { name: "Income tax", ratePpm: 0 } }), false],
  ])("%j: %s", (tax, valid) => expect(isValidTax(tax)).toBe(valid));
});

describe("the breakdown", () => {
  const rows = (...taxes: Taxed["tax"][]) =>
    breakdown(
      taxes.map((tax, index) => ({ source: "line", index, tax, amountMinor: 100n })),
      false,
    );

  it("keeps rates of different categories apart", () => {
    expect(rows(plain("E"), plain("Z")).vats.map((row) => row.category)).toEqual(["Z", "E"]);
  });

  it("has one row for a category and rate, whatever else is charged or withheld", () => {
    const { vats } = rows(standard(70_000), standard(70_000, { compound: eco }), standard(190_000));
    expect(vats.map((row) => [row.ratePpm, row.baseMinor])).toEqual([
      [70_000, 200n],
      [190_000, 100n],
    ]);
  });

  it("keeps extra taxes of one name and different rates apart", () => {
    const { compounds } = rows(
      standard(190_000, { compound: { ...eco, ratePpm: 20_000 } }),
      standard(70_000, { compound: eco }),
    );
    expect(compounds.map((row) => row.ratePpm)).toEqual([15_000, 20_000]);
  });
});
