import { expect, it } from "vitest";
import { parseEnv } from "@/lib/platform/env";
import { type ServiceOptions, services } from "./services";
import { missingSecrets } from "./settings";

const options = (change: Record<string, string> = {}): ServiceOptions => ({
  root: "/project",
  dev: false,
  host: "127.0.0.1",
  ports: { web: 4000, sandbox: 4002 },
  env: { ...missingSecrets({}, { embedded: true, demo: true }), ...change },
  ownerUrl: "postgres://owner:top-secret@db.example:6000/books",
  sandboxState: "/project/.data/sandbox.json",
});

const named = (name: string, change?: Record<string, string>) =>
  services(options(change)).find((service) => service.name === name);

it("stops the web first and the sandbox last", () => {
  expect(services(options()).map(({ name }) => name)).toEqual(["web", "worker", "sandbox"]);
});

it("gives web and worker what they need, and never the owner's connection or people's passwords", () => {
  for (const name of ["web", "worker"]) {
    const env = named(name)?.env ?? {};
    expect(parseEnv(env)).toMatchObject({ PORT: 4000, APP_URL: "http://localhost:4000" });
    expect(new URL(env.DATABASE_APP_URL ?? "").username).toBe("cf_app");
    expect(new URL(env.DATABASE_QUEUE_URL ?? "").host).toBe("db.example:6000");
    expect(JSON.stringify(env)).not.toContain("top-secret");
    expect(Object.keys(env).filter((key) => /^(DATABASE_URL|EMBEDDED|DEMO)/.test(key))).toEqual([]);
  }
});

it("tells the sandbox nothing about the database", () => {
  expect(Object.keys(named("sandbox")?.env ?? {}).filter((key) => /DATABASE|AUTH/.test(key))).toEqual([]);
});

it("runs no sandbox beside live keys, and points nothing at one", () => {
  const live = { STRIPE_SECRET_KEY: "sk_live_a", STRIPE_WEBHOOK_SECRET: "whsec_a", RESEND_API_KEY: "re_a" };
  expect(named("sandbox", live)).toBeUndefined();
  expect(Object.keys(named("web", live)?.env ?? {}).filter((key) => /SANDBOX|_API_BASE/.test(key))).toEqual(
    [],
  );
});

it("points only the sandboxed provider at the sandbox", () => {
  const env = named("web", { STRIPE_SECRET_KEY: "sk_test_a", STRIPE_WEBHOOK_SECRET: "whsec_a" })?.env;
  expect(env?.STRIPE_API_BASE).toBeUndefined();
  expect(env?.RESEND_API_BASE).toBe("http://localhost:4002");
  expect(named("sandbox", { STRIPE_SECRET_KEY: "sk_test_a" })?.env.STRIPE_SECRET_KEY).toMatch(
    /^sk_test_sandbox/,
  );
});

it("runs no worker process when the web does its work", () => {
  expect(named("worker", { WORKER: "web" })).toBeUndefined();
});
