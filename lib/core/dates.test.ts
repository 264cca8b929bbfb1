import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, dateIn, daysBetween, isIsoDate, startOfDay, startOfMonth } from "./dates";
import { percentToPpm, ppmToPercent } from "./percent";

describe("dates", () => {
  it.each(["2026-02-28", "2024-02-29", "1999-12-31"])("%s exists", (date) =>
    expect(isIsoDate(date)).toBe(true),
  );
  it.each([
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-1-1",
    "26-01-01",
    "",
    "0000-01-01",
    "9999-01-01",
    "2026-01-01T00:00",
  ])("%j does not", (date) => expect(isIsoDate(date)).toBe(false));

  it("add and count days alike", () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
        expect(daysBetween("2026-02-28", addDays("2026-02-28", days))).toBe(days);
      }),
    );
  });

  it("are those of the place", () => {
    const instant = new Date("2026-03-01T03:30:00Z");
    expect(dateIn(instant, "America/New_York")).toBe("2026-02-28");
    expect(dateIn(instant, "Asia/Tokyo")).toBe("2026-03-01");
  });

  it("begin when their time zone says so, also where midnight is skipped", () => {
    expect(startOfDay("2026-03-29", "Europe/Berlin").toISOString()).toBe("2026-03-28T23:00:00.000Z");
    expect(startOfDay("2026-09-06", "America/Santiago").toISOString()).toBe("2026-09-06T04:00:00.000Z");
  });

  it("know their months", () => {
    expect(startOfMonth("2026-03-31")).toBe("2026-03-01");
    expect(addMonths("2026-01-31", -1)).toBe("2025-12-01");
  });
});

describe("percentages", () => {
  it("survive the way to parts per million and back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (ppm) => {
        expect(percentToPpm(ppmToPercent(ppm))).toBe(ppm);
      }),
    );
  });
  it.each([
    ["19", 190_000],
    ["8.125", 81_250],
    ["0.0001", 1],
    ["100", 1_000_000],
  ])("%s %% is %i ppm", (percent, ppm) => expect(percentToPpm(percent)).toBe(ppm));
});
