import { describe, expect, it } from "vitest";
import { missingFrom, monthly } from "./plan-values";

describe("a payment plan while it is typed", () => {
  it("is split without losing a cent, a month apart, also from the 31st", () => {
    expect(monthly(10_000n, 3, "2026-01-31", "EUR")).toEqual([
      { dueDate: "2026-01-31", amount: "33.34" },
      { dueDate: "2026-02-28", amount: "33.33" },
      { dueDate: "2026-03-31", amount: "33.33" },
    ]);
    expect(monthly(100n, 3, "2026-01-01", "JPY").map((row) => row.amount)).toEqual(["34", "33", "33"]);
  });

  it("says what it lacks, and nothing while an amount is half written", () => {
    const of = (...amounts: string[]) => amounts.map((amount) => ({ dueDate: "2026-01-01", amount }));
    expect(missingFrom(10_000n, of("60", "40.00"), "EUR")).toBe(0n);
    expect(missingFrom(10_000n, of("60", "50"), "EUR")).toBe(-1_000n);
    expect(missingFrom(10_000n, of("60", ""), "EUR")).toBeNull();
    expect(missingFrom(10_000n, of("60", "1.001"), "EUR")).toBeNull();
  });
});
