import { expect, test } from "vitest";
import { readSettings, SettingsError } from "./settings";

const keys = {
  STRIPE_SECRET_KEY: "sk_test_sandbox123",
  STRIPE_WEBHOOK_SECRET: "whsec_123",
  RESEND_API_KEY: "re_sandbox_123",
};

test("sandbox keys are enough to start", () => {
  expect(readSettings(keys)).toMatchObject({
    port: 3002,
    host: "127.0.0.1",
    webhookUrl: "http://localhost:3000/api/webhooks/stripe/{organization_id}",
  });
  expect(readSettings({ ...keys, APP_URL: "https://a.example/", SANDBOX_PORT: "4000" })).toMatchObject({
    port: 4000,
    webhookUrl: "https://a.example/api/webhooks/stripe/{organization_id}",
  });
});

test.each([
  ["STRIPE_SECRET_KEY", "sk_live_abcSECRET", /live key/],
  ["STRIPE_SECRET_KEY", "rk_live_abcSECRET", /live key/],
  ["STRIPE_SECRET_KEY", "sk_test_abcSECRET", /not a sandbox key/],
  ["STRIPE_WEBHOOK_SECRET", "whsec_live_abcSECRET", /live key/],
  ["STRIPE_WEBHOOK_SECRET", "abcSECRET", /not a sandbox key/],
  ["RESEND_API_KEY", "re_abcSECRET", /not a sandbox key/],
  ["RESEND_API_KEY", "", /is missing/],
  ["SANDBOX_PORT", "eighty", /SANDBOX_PORT/],
])("%s=%s keeps it from starting", (name, value, message) => {
  const read = () => readSettings({ ...keys, [name]: value });
  expect(read).toThrow(SettingsError);
  expect(read).toThrow(message);
  expect(read).toThrow(name);
  expect(read).not.toThrow(/abcSECRET/);
  expect(read).not.toThrow(/\n/);
});
