import { afterEach, expect, it, vi } from "vitest";
import { cookieName, isSecure } from "./cookies";

const settings = vi.hoisted(() => ({ APP_URL: "" }));
vi.mock("@/lib/platform/env", () => ({ env: () => settings }));

afterEach(() => {
  settings.APP_URL = "";
});

it("binds cookies to the host over TLS, which plain localhost can't", () => {
  settings.APP_URL = "https://billing.example.com";
  expect([isSecure(), cookieName("a.b")]).toEqual([true, "__Host-a.b"]);
  settings.APP_URL = "http://localhost:3000";
  expect([isSecure(), cookieName("a.b")]).toEqual([false, "a.b"]);
});
