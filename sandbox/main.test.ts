import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const start = (env: Record<string, string>) =>
  spawnSync(process.execPath, ["--import", "tsx", fileURLToPath(new URL("main.ts", import.meta.url))], {
    env: { ...process.env, SANDBOX_PORT: "0", STRIPE_WEBHOOK_SECRET: "whsec_1", ...env },
    encoding: "utf8",
    timeout: 20_000,
  });

test("refuses to start beside a live key, in one line", () => {
  const run = start({ STRIPE_SECRET_KEY: "sk_live_123", RESEND_API_KEY: "re_sandbox_1" });
  expect(run.status).toBe(1);
  expect(run.stdout).toBe("");
  expect(run.stderr.trim().split("\n")).toEqual([
    "The sandbox does not start: STRIPE_SECRET_KEY is a live key, and the sandbox never runs beside one.",
  ]);
}, 30_000);
