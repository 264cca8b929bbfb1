import { expect, test } from "vitest";
import { pageOf } from "./page";

const start = { forwards: false, backwards: false };

test("the first page leads on only when a row is left over", () => {
  expect(pageOf([5, 4, 3], 2, start)).toEqual({ rows: [5, 4], next: 4, previous: null });
  expect(pageOf([5, 4], 2, start)).toEqual({ rows: [5, 4], next: null, previous: null });
  expect(pageOf([], 2, start)).toEqual({ rows: [], next: null, previous: null });
});

test("a later page leads back", () => {
  expect(pageOf([3, 2, 1], 2, { forwards: true, backwards: false })).toEqual({
    rows: [3, 2],
    next: 2,
    previous: 3,
  });
});

test("a page read backwards is in the list's order, and leads on", () => {
  expect(pageOf([3, 4, 5], 2, { forwards: false, backwards: true })).toEqual({
    rows: [4, 3],
    next: 3,
    previous: 4,
  });
  expect(pageOf([4, 5], 2, { forwards: false, backwards: true })).toEqual({
    rows: [5, 4],
    next: 4,
    previous: null,
  });
});
