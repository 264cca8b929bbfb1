import { afterEach, expect, test, vi } from "vitest";
import { clock } from "@/lib/platform/clock";
import { countCopies, dropCopies, readCopy, writeCopy } from "./unsaved-copies";

const items = new Map<string, string>();
vi.stubGlobal("window", {
  localStorage: {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
    removeItem: (key: string) => items.delete(key),
    key: (index: number) => [...items.keys()][index] ?? null,
    get length() {
      return items.size;
    },
  },
});
afterEach(() => items.clear());

const at = clock.now().toISOString();
const old = { clientId: "", currency: "EUR", lines: [] };

test("a copy of an older version lacks nothing when it is read", () => {
  writeCopy({ id: "a", version: null, at, values: old });
  expect(readCopy("a")?.values).toEqual({
    ...old,
    exchangeRate: "",
    keepsCredit: false,
    pricesIncludeTax: false,
    adjustments: [],
  });
});

test("what a copy holds stays as it is", () => {
  const adjustments = [{ kind: "discount" as const, description: "Loyalty", value: "10" }];
  const values = { ...old, pricesIncludeTax: true, exchangeRate: "0.8", adjustments };
  writeCopy({ id: "b", version: 2, at, values });
  expect(readCopy("b")).toMatchObject({ version: 2, values });
});

test.each(["", "{", '{"id":1}', `{"id":"c","at":"${at}","values":{}}`])("%j is no copy", (text) => {
  items.set("counterfoil.unsaved.c", text);
  expect(readCopy("c")).toBeNull();
});

test("dropping them all leaves what is not theirs", () => {
  items.set("theme", "dark");
  for (const id of ["d", "e", "f"]) writeCopy({ id, version: null, at, values: old });
  expect(countCopies()).toBe(3);
  dropCopies();
  expect([...items.keys()]).toEqual(["theme"]);
});
