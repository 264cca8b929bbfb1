import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addDays } from "./dates";
import { namedPeriod, periodName, periodNames, readPeriod, readSpan } from "./period";

test.each([
  ["month", "2026-02-14", "2026-02-01", "2026-02-28"],
  ["month", "2028-02-29", "2028-02-01", "2028-02-29"],
  ["lastMonth", "2026-01-31", "2025-12-01", "2025-12-31"],
  ["lastMonth", "2026-03-31", "2026-02-01", "2026-02-28"],
  ["quarter", "2026-05-05", "2026-04-01", "2026-06-30"],
  ["quarter", "2026-12-31", "2026-10-01", "2026-12-31"],
  ["year", "2026-07-01", "2026-01-01", "2026-12-31"],
  ["lastYear", "2026-07-01", "2025-01-01", "2025-12-31"],
] as const)("%s of %s runs from %s to %s", (name, today, from, to) => {
  expect(namedPeriod(name, today)).toEqual({ from, to });
});

test("a period that follows from its name is known by it, or by one that means the same days", () => {
  const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays("2000-01-01", count));
  fc.assert(
    fc.property(days, fc.constantFrom(...periodNames), (today, name) => {
      const period = namedPeriod(name, today);
      const known = periodName(period, today);
      expect(known && namedPeriod(known, today)).toEqual(period);
      if (!name.startsWith("last")) expect(period.from <= today && today <= period.to).toBe(true);
      expect(periodName({ ...period, to: addDays(period.to, 1) }, today)).toBeUndefined();
    }),
  );
});

describe("the period of an address", () => {
  const today = "2026-05-05";
  const year = { from: "2026-01-01", to: "2026-12-31" };

  it("is this year when it says nothing, and open ends are the year's", () => {
    expect(readPeriod({}, today)).toEqual({ period: year, problem: null });
    expect(readPeriod({ from: "2026-02-01" }, today).period).toEqual({ ...year, from: "2026-02-01" });
  });

  it("is told what is wrong with it", () => {
    expect(readPeriod({ from: "2026-02-30" }, today)).toEqual({ period: year, problem: "date" });
    expect(readPeriod({ from: "' or 1=1" }, today)).toEqual({ period: year, problem: "date" });
    expect(readPeriod({ from: "2026-03-01", to: "2026-02-01" }, today)).toEqual({
      period: year,
      problem: "endBeforeStart",
    });
    expect(readPeriod({ from: "2026-03-01", to: "2026-03-01" }, today).problem).toBeNull();
  });
});

test("a span may be open at either end, and says what is wrong with it", () => {
  expect(readSpan({})).toEqual({ span: {}, problem: null });
  expect(readSpan({ to: "2026-03-01" })).toEqual({ span: { to: "2026-03-01" }, problem: null });
  const whole = { from: "2026-03-01", to: "2026-03-01" };
  expect(readSpan(whole)).toEqual({ span: whole, problem: null });
  expect(readSpan({ from: "2026-02-30" })).toEqual({ span: {}, problem: "date" });
  expect(readSpan({ from: "2026-03-02", to: "2026-03-01" })).toEqual({ span: {}, problem: "endBeforeStart" });
});
