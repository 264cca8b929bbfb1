import { describe, expect, test } from "vitest";
import {
  formatDate,
  formatDateTime,
  formatMoney,
  formatPercent,
  formatQuantity,
  formatUnitPrice,
} from "./format";

/** ICU writes non-breaking spaces of several kinds; which one is its own business. */
const plain = (text: string) => text.replace(/\s/gu, " ");

describe("formatMoney", () => {
  test("shows every digit of an amount that no float can hold", () => {
    expect(formatMoney(90_071_992_547_409_931n, "USD", "en")).toBe("$900,719,925,474,099.31");
    expect(formatMoney(12_345_678_901_234_567_890_123n, "EUR", "en")).toBe("€123,456,789,012,345,678,901.23");
  });

  test("uses the currency's own digits", () => {
    expect(formatMoney(1234n, "JPY", "en")).toBe("¥1,234");
    expect(plain(formatMoney(1234n, "KWD", "en"))).toBe("KWD 1.234");
    expect(formatMoney(5n, "EUR", "en")).toBe("€0.05");
    expect(formatMoney(0n, "EUR", "en")).toBe("€0.00");
  });

  test("keeps the sign, also where the whole part is zero", () => {
    expect(formatMoney(-5n, "EUR", "en")).toBe("-€0.05");
    expect(formatMoney(-123_456n, "EUR", "en")).toBe("-€1,234.56");
  });

  test("writes as the reader does", () => {
    expect(plain(formatMoney(123_456n, "EUR", "de"))).toBe("1.234,56 €");
  });

  test("refuses a currency that does not exist", () => {
    expect(() => formatMoney(1n, "XXX", "en")).toThrow(RangeError);
  });
});

describe("formatUnitPrice", () => {
  test("has at least the currency's digits, and all that were given", () => {
    expect(formatUnitPrice("5", "USD", "en")).toBe("$5.00");
    expect(formatUnitPrice("0.0125", "USD", "en")).toBe("$0.0125");
    expect(formatUnitPrice("1234567890123456789.1234", "USD", "en")).toBe("$1,234,567,890,123,456,789.1234");
  });

  test("refuses what is no decimal", () => {
    for (const text of ["", "1e5", "NaN", "1,5", "Infinity"])
      expect(() => formatUnitPrice(text, "USD", "en")).toThrow(RangeError);
  });
});

test("formatQuantity drops trailing zeros only", () => {
  expect(formatQuantity("1500.500", "en")).toBe("1,500.5");
  expect(formatQuantity("2", "en")).toBe("2");
  expect(formatQuantity("0.000001", "de")).toBe("0,000001");
});

test("formatPercent reads parts per million", () => {
  expect(formatPercent(200_000, "en")).toBe("20%");
  expect(formatPercent(81_250, "en")).toBe("8.125%");
  expect(plain(formatPercent(55_000, "de"))).toBe("5,5 %");
});

test("formatDate shows the same day everywhere, and refuses days that don't exist", () => {
  expect(formatDate("2026-03-01", "en")).toBe("Mar 1, 2026");
  expect(formatDate("2024-02-29", "de")).toBe("29.02.2024");
  expect(() => formatDate("2026-13-01", "en")).toThrow(RangeError);
});

test("formatDateTime shows the reader's own clock", () => {
  const instant = new Date("2026-03-01T23:30:00Z");
  expect(plain(formatDateTime(instant, "en", "Europe/Berlin"))).toBe("Mar 2, 2026, 12:30 AM");
  expect(plain(formatDateTime(instant, "en", "UTC"))).toBe("Mar 1, 2026, 11:30 PM");
});
