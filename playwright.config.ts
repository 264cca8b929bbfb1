import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/lib/browser";
import type { Stack } from "./scripts/lib/test/stack";

const browser = await findBrowser();
const stacks = JSON.parse(process.env.E2E_STACKS ?? "[]") as Stack[];

/** Stories run by `npm run test:e2e`, which starts what they need and names it in E2E_… variables. */
export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results/e2e",
  // Stories of one file share an organization and a mailbox; each worker has its own.
  workers: stacks.length || 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    baseURL: stacks[Number(process.env.TEST_PARALLEL_INDEX ?? 0)]?.baseUrl,
    locale: "en-US",
    timezoneId: "UTC",
    // Recording every step costs a third of the time: ask for it with --trace=retain-on-failure.
    trace: "off",
    screenshot: "only-on-failure",
    // Nobody watches the animations, and everybody would wait for them.
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking"],
    },
  },
});
