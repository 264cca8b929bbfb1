import { expect, test } from "vitest";
import { over } from "@/lib/core/problem";
import { problemText } from "./problem-text";
import { translator } from "./translator";

const t = translator("errors");

test.each([
  [over("tooLong", 1000), "Please use at most 1,000 characters."],
  [over("tooManyDecimals", 2), "Please use at most 2 decimals."],
  [over("tooManyDecimals", 0), "Please use no decimals."],
  [over("tooLarge", 365), "This can be at most 365."],
  ["required", "Please fill this in."],
  ["no key of ours", "This is not a valid value."],
])("%s", (problem, text) => expect(problemText(t, problem)).toBe(text));
