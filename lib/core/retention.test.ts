import { expect, test } from "vitest";
import { nextRetention, retainedUntil, retentionLaw, retentionYears } from "./retention";

test.each([
  ["2026-01-01", "DE", null, "2034-12-31"],
  ["2026-12-31", "DE", null, "2034-12-31"],
  ["2026-03-01", "AT", null, "2033-12-31"],
  // From the end of the business year, which may end a year later.
  ["2026-03-01", "FR", null, "2037-12-31"],
  ["2026-03-01", "GB", null, "2033-12-31"],
  ["2026-03-01", "DE", 3, "2029-12-31"],
  // A country whose law is not in the table.
  ["2026-03-01", "AQ", null, "2037-12-31"],
])("a document of %s in %s, kept %s years, is kept until %s", (issued, country, chosen, until) => {
  expect(retainedUntil(issued, country, chosen)).toBe(until);
});

test("the years of the law count unless others were chosen", () => {
  expect(retentionYears("CH", null)).toBe(10);
  expect(retentionYears("CH", 12)).toBe(12);
  expect(retentionLaw("XX").law).toBe("");
});

test("the next run is the next 01:35 UTC", () => {
  expect(nextRetention(new Date("2026-03-01T01:34:59Z")).toISOString()).toBe("2026-03-01T01:35:00.000Z");
  expect(nextRetention(new Date("2026-03-01T01:35:00Z")).toISOString()).toBe("2026-03-02T01:35:00.000Z");
});
