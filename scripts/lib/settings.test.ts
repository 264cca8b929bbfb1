import { describe, expect, it } from "vitest";
import { parseEnv } from "@/lib/platform/env";
import { checkDatabase, checkKeys, missingSecrets, stage } from "./settings";

const wants = { embedded: true, demo: true };
const fresh = () => missingSecrets({}, wants);

describe("secrets that are missing", () => {
  it("are accepted by the app, and differ each time", () => {
    const first = fresh();
    const second = fresh();
    expect(() => parseEnv({ ...first, DATABASE_URL: "postgres://u@localhost/db" })).not.toThrow();
    for (const key of Object.keys(first)) expect(first[key]).not.toBe(second[key]);
  });

  it("are not made again", () => {
    expect(missingSecrets(fresh(), wants)).toEqual({});
  });

  it("leave out what a database of one's own and an empty start don't need", () => {
    const keys = Object.keys(missingSecrets({}, { embedded: false, demo: false }));
    expect(keys.some((key) => /^(EMBEDDED|DEMO)_/.test(key))).toBe(false);
  });

  it("never include demo passwords or a signing secret beside a real Stripe key", () => {
    for (const key of ["sk_live_abc", "rk_live_abc", "sk_test_abc"]) {
      const keys = Object.keys(missingSecrets({ STRIPE_SECRET_KEY: key }, wants));
      expect(keys.some((name) => name.startsWith("DEMO_") || name === "STRIPE_WEBHOOK_SECRET")).toBe(false);
    }
  });

  it("give people passwords of 16 characters and more", () => {
    expect(fresh().DEMO_PASSWORD_CLIENT).toMatch(/^[a-z2-9-]{16,}$/);
  });
});

describe("the sandbox", () => {
  it("runs with generated keys, and with a provider's test key beside one", () => {
    expect(stage(fresh())).toMatchObject({ sandbox: true, demo: true });
    expect(stage({ ...fresh(), STRIPE_SECRET_KEY: "sk_test_abc" })).toMatchObject({
      sandbox: true,
      stripe: false,
      demo: false,
    });
  });

  it("never runs beside live keys", () => {
    for (const STRIPE_SECRET_KEY of ["sk_live_abc", "rk_live_abc"])
      expect(stage({ ...fresh(), STRIPE_SECRET_KEY })).toMatchObject({ sandbox: false, demo: false });
  });
});

describe("keys that contradict one another", () => {
  it.each([
    [{ STRIPE_SECRET_KEY: "sk_test_abc" }, /STRIPE_WEBHOOK_SECRET is the sandbox's/],
    [{ STRIPE_SECRET_KEY: "sk_test_abc", STRIPE_WEBHOOK_SECRET: "" }, /STRIPE_WEBHOOK_SECRET is missing/],
    [
      { STRIPE_SECRET_KEY: "sk_live_abc", STRIPE_WEBHOOK_SECRET: "whsec_real" },
      /RESEND_API_KEY is the sandbox's/,
    ],
    [
      {
        STRIPE_SECRET_KEY: "sk_live_abc",
        STRIPE_WEBHOOK_SECRET: "whsec_real",
        RESEND_API_KEY: "re_real",
        SANDBOX_URL: "http://localhost:3002",
      },
      /remove SANDBOX_URL/,
    ],
  ])("%o are refused with what to do", (change, message) => {
    expect(() => checkKeys({ ...fresh(), ...change })).toThrow(message);
  });

  it("are not found in generated ones, nor in real ones", () => {
    const real = { STRIPE_SECRET_KEY: "sk_live_a", STRIPE_WEBHOOK_SECRET: "whsec_a", RESEND_API_KEY: "re_a" };
    expect(() => checkKeys(fresh())).not.toThrow();
    expect(() => checkKeys({ ...fresh(), ...real })).not.toThrow();
  });
});

it("says what a database's address looks like, without repeating the one it got", () => {
  expect(() => checkDatabase({ DATABASE_URL: "secret" })).toThrow(/must look like postgres:\/\//);
  expect(() => checkDatabase({ DATABASE_URL: "mysql://u:secret@h/d" })).toThrow(/^((?!secret).)*$/s);
  expect(() => checkDatabase({ DATABASE_URL: "postgresql://u:p@h/d" })).not.toThrow();
  expect(() => checkDatabase({})).not.toThrow();
});
