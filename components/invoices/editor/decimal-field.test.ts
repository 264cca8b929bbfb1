import { expect, test } from "vitest";
import { plainDecimal } from "./decimal-field";

test.each([
  ["12,5", "12.5"],
  ["-0,25", "-0.25"],
  [" 12.50 ", "12.50"],
  ["0,0125", "0.0125"],
  // Could be twelve hundred or one and a fifth: not ours to guess.
  ["1,200", "1,200"],
  ["1.234,50", "1.234,50"],
  ["abc", "abc"],
])("%j becomes %j", (typed, plain) => {
  expect(plainDecimal(typed)).toBe(plain);
});
