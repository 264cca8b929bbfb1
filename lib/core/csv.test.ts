import { expect, test } from "vitest";
import { csvRow } from "./csv";

test.each([
  ["Acme", "Acme"],
  ["Acme, Inc", '"Acme, Inc"'],
  ['The "Best"', '"The ""Best"""'],
  ["two\nlines", '"two\nlines"'],
  ["=1+1", "'=1+1"],
  ["+49 30", "'+49 30"],
  ["-1", "'-1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\tx", "'\tx"],
  ["\r=x", `"'\r=x"`],
  ['=HYPERLINK("http://evil.example")', `"'=HYPERLINK(""http://evil.example"")"`],
])("the text %j is written %j", (text, written) => expect(csvRow([text])).toBe(`${written}\r\n`));

test("numbers keep their sign, nothing is an empty cell", () =>
  expect(csvRow([{ number: "-12.50" }, null, "a"])).toBe("-12.50,,a\r\n"));
