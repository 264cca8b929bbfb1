import { expect, it } from "vitest";
import { firstValues, pathWith } from "./params";

it("a parameter that is given twice counts once, the first; an empty one not at all", async () => {
  const given = { status: ["paid", "open"], after: "x", search: "", who: ["", "me"], none: undefined };
  expect(await firstValues(Promise.resolve(given))).toEqual({
    status: "paid",
    after: "x",
    search: undefined,
    who: undefined,
    none: undefined,
  });
});

it("an address is written with what has a value, encoded", () => {
  expect(pathWith("/invoices", { status: "paid", search: "a&b=c", after: "" })).toBe(
    "/invoices?status=paid&search=a%26b%3Dc",
  );
  expect(pathWith("/invoices", {})).toBe("/invoices");
});
