import { describe, expect, it } from "vitest";
import { parseEnv } from "./env";

const good = {
  DATABASE_URL: "postgres://owner:secret@db.example:5432/counterfoil",
  DATABASE_APP_PASSWORD: "a/password+that needs=quoting",
  AUDIT_SIGNING_KEY: "a".repeat(43),
  AUTH_SECRET: "x".repeat(32),
  SEALING_KEYS: `k1:${"A".repeat(43)}=`,
  STRIPE_SECRET_KEY: "sk_test_abc",
  STRIPE_WEBHOOK_SECRET: "whsec_abc",
  RESEND_API_KEY: "re_abc",
};

describe("settings", () => {
  it("have defaults, and derive the least-privileged connections", () => {
    const env = parseEnv({ ...good, PORT: "" });
    expect(env).toMatchObject({ PORT: 3000, WORKER: "process", LOG_LEVEL: "info", TRUST_PROXY: false });
    const app = new URL(env.DATABASE_APP_URL);
    expect([app.username, app.host, app.pathname]).toEqual(["cf_app", "db.example:5432", "/counterfoil"]);
    expect(decodeURIComponent(app.password)).toBe(good.DATABASE_APP_PASSWORD);
    expect(new URL(env.DATABASE_QUEUE_URL).username).toBe("cf_queue");
  });

  it("name every wrong variable in a line of its own, and never its value", () => {
    const wrong = {
      ...good,
      PORT: "http",
      AUTH_SECRET: "tooshortsecret",
      SEALING_KEYS: "k1:hunter2",
      STRIPE_SECRET_KEY: "hunter2",
      RESEND_API_KEY: undefined,
    };
    let message = "";
    try {
      parseEnv(wrong);
    } catch (error) {
      message = String(error);
    }
    const lines = message.split("\n").slice(1);
    expect(lines.map((line) => line.trim().split(" ")[0]).sort()).toEqual([
      "AUTH_SECRET",
      "PORT",
      "RESEND_API_KEY",
      "SEALING_KEYS",
      "STRIPE_SECRET_KEY",
    ]);
    expect(lines).toContain("  RESEND_API_KEY is missing");
    expect(message).not.toMatch(/hunter2|tooshortsecret/);
  });

  it("refuse a live key beside a sandbox, and no database at all", () => {
    expect(() =>
      parseEnv({ ...good, STRIPE_SECRET_KEY: "sk_live_abc", STRIPE_API_BASE: "http://localhost:3002" }),
    ).toThrow("live key");
    expect(() => parseEnv({ ...good, DATABASE_URL: undefined })).toThrow("DATABASE_APP_URL");
    expect(
      parseEnv({ ...good, DATABASE_URL: undefined, DATABASE_APP_URL: "postgres://cf_app:x@db/c" })
        .DATABASE_QUEUE_URL,
    ).toContain("cf_queue");
  });

  it("take peppers of several versions, the newest first, and none twice", () => {
    const key = Buffer.alloc(32, 7).toString("base64");
    const versions = (value: string | undefined) =>
      parseEnv({ ...good, PASSWORD_PEPPER: value }).PASSWORD_PEPPER.map(({ version }) => version);
    expect(versions(undefined)).toEqual([]);
    expect(versions(`v1:${key},v10:${key}, v2:${key}`)).toEqual([10, 2, 1]);
    for (const wrong of [key, `v0:${key}`, "v1:short", `v1:${key},v1:${key}`, `v1:${key};v2:${key}`])
      expect(() => versions(wrong)).toThrow("PASSWORD_PEPPER must be v1:");
  });
});
