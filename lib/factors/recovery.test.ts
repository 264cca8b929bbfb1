import { expect, it } from "vitest";
import { newCode } from "./recovery";

it("a recovery code has more than 112 bits, in letters that nobody mistakes", () => {
  const codes = Array.from({ length: 500 }, newCode);
  expect(new Set(codes).size).toBe(500);
  const letters = new Set(codes.join("").replaceAll("-", ""));
  for (const code of codes) expect(code).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){5}$/);
  expect(24 * Math.log2(letters.size)).toBeGreaterThan(112);
  for (const ambiguous of "01il") expect(letters).not.toContain(ambiguous);
});
