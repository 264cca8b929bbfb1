import { expect, test } from "vitest";
import { isCurrent } from "./nav";

test("marks a page and the pages below it, but not its namesakes", () => {
  expect(isCurrent({ href: "/invoices" }, "/invoices")).toBe(true);
  expect(isCurrent({ href: "/invoices" }, "/invoices/1/edit")).toBe(true);
  expect(isCurrent({ href: "/invoices" }, "/invoices-archive")).toBe(false);
});

test("marks an exact item on its own page only", () => {
  expect(isCurrent({ href: "/portal", exact: true }, "/portal")).toBe(true);
  expect(isCurrent({ href: "/portal", exact: true }, "/portal/receipts")).toBe(false);
});
