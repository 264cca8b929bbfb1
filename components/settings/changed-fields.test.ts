import { expect, test } from "vitest";
import { changedFields } from "./changed-fields";

test("pairs what was with what is", () => {
  expect(changedFields({ role: "accountant" }, { role: "admin" })).toEqual([
    { name: "role", before: "accountant", after: "admin" },
  ]);
});

test("tells what was emptied from what was not there", () => {
  expect(changedFields({ city: "Graz" }, { city: null })).toEqual([
    { name: "city", before: "Graz", after: "" },
  ]);
  expect(changedFields({ city: "Graz" }, null)).toEqual([{ name: "city", before: "Graz", after: undefined }]);
  expect(changedFields(undefined, { city: "Graz" })).toEqual([
    { name: "city", before: undefined, after: "Graz" },
  ]);
});

test("leaves out what holds nothing, and writes what is no text", () => {
  expect(changedFields(null, { clientId: null, days: 0, on: false, lines: [1, "a"] })).toEqual([
    { name: "days", before: undefined, after: "0" },
    { name: "on", before: undefined, after: "false" },
    { name: "lines", before: undefined, after: '[1,"a"]' },
  ]);
});

test("cuts long texts between letters", () => {
  const [field] = changedFields(null, { notes: "😀".repeat(500) });
  expect([...(field?.after ?? "")]).toHaveLength(161);
  expect(field?.after?.startsWith("😀😀")).toBe(true);
});
