import { describe, expect, it, test } from "vitest";
import { type TaxCategory, taxCategories } from "./tax";
import { isExplained, lackingTaxNumber, type TaxParty } from "./tax-rules";

const german: TaxParty = { country: "DE", taxNumber: "DE1" };
const american: TaxParty = { country: "US", taxNumber: "11-1" };
const without = (party: TaxParty): TaxParty => ({ ...party, taxNumber: null });
const who = (category: TaxCategory, seller: TaxParty, buyer = without(german)) =>
  lackingTaxNumber([category], seller, buyer);

test("only what is not taxed for a reason is explained", () => {
  expect(taxCategories.filter(isExplained)).toEqual(["E", "AE", "K", "G", "O"]);
});

describe("tax numbers", () => {
  it.each([
    ["S", "seller", null],
    ["Z", "seller", null],
    ["E", "seller", null],
    ["AE", "seller", "seller"],
    ["K", "seller", "seller"],
    ["G", "seller", "seller"],
    ["O", null, null],
  ] as const)("%s: of a seller without one in the EU %s, elsewhere %s", (category, inEu, elsewhere) => {
    expect(who(category, without(german), german)).toBe(inEu);
    expect(who(category, without(american), german)).toBe(elsewhere);
  });

  it.each(["AE", "K"] as const)("%s: of the buyer as well", (category) => {
    expect(who(category, german)).toBe("buyer");
    expect(who(category, without(german))).toBe("buyer");
    expect(who(category, german, german)).toBeNull();
  });

  it.each(["S", "Z", "E", "G", "O"] as const)("%s: not of the buyer", (category) => {
    expect(who(category, german)).toBeNull();
  });

  it("are asked for when one of several categories needs them", () => {
    expect(lackingTaxNumber(["S", "AE"], german, without(german))).toBe("buyer");
    expect(lackingTaxNumber(["O", "S"], without(german), german)).toBe("seller");
    expect(lackingTaxNumber([], without(german), without(german))).toBeNull();
  });
});
