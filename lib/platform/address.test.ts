import { afterEach, expect, it, vi } from "vitest";

const settings = vi.hoisted(() => ({ TRUST_PROXY: true }));
vi.mock("./env", () => ({ env: () => settings }));

const { addressOf } = await import("./address");
const from = (value: string) => addressOf(new Headers({ "x-forwarded-for": value }));

afterEach(() => {
  settings.TRUST_PROXY = true;
});

it("is what the proxy itself added, whatever the caller made up before it", () => {
  expect(from("203.0.113.9")).toBe("203.0.113.9");
  expect(from("198.51.100.1, 10.0.0.1, 203.0.113.9")).toBe("203.0.113.9");
  expect(from("198.51.100.1,")).toBeNull();
  expect(addressOf(new Headers())).toBeNull();
});

it("is not known where no proxy is trusted, whatever the caller says", () => {
  settings.TRUST_PROXY = false;
  expect(from("203.0.113.9")).toBeNull();
});
