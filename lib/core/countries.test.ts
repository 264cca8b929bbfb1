import { expect, test } from "vitest";
import { countries } from "./countries";
import { country } from "./fields";

test("lists each of the 249 assigned codes once", () => {
  expect(new Set(countries).size).toBe(249);
  expect(countries).toHaveLength(249);
});

test("lists codes that forms accept and that have a name", () => {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  for (const code of countries) {
    expect(country.safeParse(code).success).toBe(true);
    expect(names.of(code), code).toBeTruthy();
  }
});
