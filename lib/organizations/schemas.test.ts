import { expect, test } from "vitest";
import { fromZod } from "@/lib/platform/errors";
import { SetUpInput } from "./schemas";

const complete = {
  organizationName: "Nord",
  country: "DE",
  currency: "EUR",
  timeZone: "Europe/Berlin",
  name: "Ada",
  email: "ada@example.com",
  password: "correct horse battery",
};

function problems(input: Record<string, unknown>) {
  const parsed = SetUpInput.safeParse({ ...complete, ...input });
  return parsed.success ? {} : fromZod(parsed.error).fields;
}

test("a set-up may leave its tax out, but not half of it", () => {
  expect(problems({})).toEqual({});
  expect(problems({ taxName: "", taxPercent: "" })).toEqual({});
  expect(problems({ taxName: "VAT", taxPercent: "19" })).toEqual({});
  expect(problems({ taxName: "VAT", taxPercent: "" })).toEqual({ taxPercent: "required" });
  expect(problems({ taxName: " ", taxPercent: "19" })).toEqual({ taxName: "required" });
});

test.each([
  ["abc", "number"],
  ["1e2", "number"],
  ["NaN", "number"],
  ["19.12345", "tooManyDecimals|4"],
  ["101", "tooLarge|100"],
  ["0", "notZero"],
])("a tax of %s percent says what is wrong with it", (taxPercent, message) => {
  expect(problems({ taxName: "VAT", taxPercent })).toEqual({ taxPercent: message });
});
