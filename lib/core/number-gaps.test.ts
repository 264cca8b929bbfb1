import { describe, expect, it } from "vitest";
import { missingNumbers } from "./number-gaps";

const document = (number: string, issueDate = "2026-05-01") => ({ number, issueDate });
const missing = (
  pattern: string,
  counters: { year: number; nextValue: number }[],
  documents: { number: string; issueDate: string }[],
  others: string[] = [],
) =>
  missingNumbers(pattern, counters, documents, new Set([...documents.map((one) => one.number), ...others]));

const upTo = (nextValue: number, year = 0) => [{ year, nextValue }];

describe("missing numbers", () => {
  it("are those between, before and after the ones that are there", () => {
    const there = ["INV-0002", "INV-0003", "INV-0005"].map((number) => document(number));
    expect(missing("INV-{0000}", upTo(7), there)).toEqual(["INV-0001", "INV-0004", "INV-0006"]);
    expect(missing("INV-{0000}", upTo(4), [document("INV-0001"), ...there])).toEqual([]);
    expect(missing("INV-{0000}", [], [])).toEqual([]);
    expect(missing("INV-{0000}", upTo(2), [])).toEqual(["INV-0001"]);
  });

  it("are told per year where the series begins again", () => {
    const there = [document("R2026-1"), document("R2026-3"), document("R2027-1", "2027-01-01")];
    const counters = [...upTo(4, 2026), ...upTo(3, 2027)];
    expect(missing("R{YYYY}-{0}", counters, there)).toEqual(["R2026-2", "R2027-2"]);
  });

  it("go on over years where it does not", () => {
    const there = [document("R2026-1"), document("R2026-2"), document("R2027-4", "2027-01-01")];
    expect(missing("R{YYYY}-{0}", upTo(5), there)).toEqual(["R2026-3"]);
    expect(missing("R{YYYY}-{0}", upTo(5), [...there, document("R2027-3", "2027-01-01")])).toEqual([]);
  });

  it("are not those that another pattern has printed, or that were passed over", () => {
    const there = [document("INV-0001"), document("A/2"), document("3/24"), document("INV-0005")];
    expect(missing("INV-{0000}", upTo(6), there)).toEqual(["INV-0004"]);
    expect(missing("INV-{0000}", upTo(6), there, ["INV-0004"])).toEqual([]);
  });
});
