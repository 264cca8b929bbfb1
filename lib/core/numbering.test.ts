import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatNumber, isNumberPattern } from "./numbering";

describe("a number pattern", () => {
  it.each([
    ["INV-{0000}", 7, "INV-0007"],
    ["INV-{YYYY}-{0000}", 7, "INV-2026-0007"],
    ["{YYYY}/{00}", 123, "2026/123"],
    ["{0}", 1, "1"],
  ])("%s prints %i as %s", (pattern, value, printed) => {
    expect(isNumberPattern(pattern)).toBe(true);
    expect(formatNumber(pattern, value, "2026-11-22")).toBe(printed);
  });

  it.each([
    "INV",
    "{YYYY}",
    "{0000000000000}",
    "INV-{}",
    "{0000}{0000}",
    "INV-{MM}-{0000}",
    "<b>{0000}",
    "{0000}".padStart(41, "x"),
    "",
  ])("%s is none", (pattern) => {
    expect(isNumberPattern(pattern)).toBe(false);
  });

  it("never prints two values alike in one year", () => {
    const value = fc.integer({ min: 1, max: 2_000_000 });
    fc.assert(
      fc.property(value, value, fc.constantFrom("A{0}", "A{000000}", "A-{YYYY}{00}"), (a, b, pattern) => {
        const same = formatNumber(pattern, a, "2026-01-01") === formatNumber(pattern, b, "2026-01-01");
        expect(same).toBe(a === b);
      }),
    );
  });
});
