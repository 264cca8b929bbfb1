import { expect, test } from "vitest";
import { sizeText } from "./size";

test.each([
  [0, "0 byte"],
  [999, "999 byte"],
  [1500, "1.5 kB"],
  [1_500_000, "1.5 MB"],
  [2_000_000_000_000, "2,000 GB"],
])("%s bytes are %s", (bytes, text) => {
  expect(sizeText(bytes, "en")).toBe(text);
});
