import { expect, test } from "vitest";
import { initials } from "./avatar";

test("takes the first letters of the first and the last word", () => {
  expect(initials("Ada Okonkwo")).toBe("AO");
  expect(initials("  marlow   &  finch ")).toBe("MF");
  expect(initials("Northwind")).toBe("N");
});

test("never cuts a letter in half, and takes an empty name", () => {
  expect(initials("😀 Smile")).toBe("😀S");
  expect(initials("عمر خالد")).toBe("عخ");
  expect(initials("")).toBe("");
});
