import { z } from "zod";

/** Thrown with one line that says what to change; never contains the value of a key. */
export class SettingsError extends Error {}

export interface Settings {
  /** 0 lets the system choose, for tests. */
  port: number;
  host: string;
  appUrl: string;
  /** Where browsers reach the sandbox; derived from host and port when absent. */
  publicUrl?: string | undefined;
  stripeSecretKey: string;
  stripeWebhookSecret: string;
  resendApiKey: string;
  /** May contain `{organization_id}`, filled from the metadata of the object an event is about. */
  webhookUrl: string;
  /** JSON file that keeps everything across restarts; memory only when absent. */
  stateFile?: string | undefined;
  /** Milliseconds before each further attempt at a webhook; its length bounds the attempts. */
  webhookRetryDelays: number[];
  /** Milliseconds an endpoint may take to answer a webhook. */
  webhookTimeout: number;
  /** Unix milliseconds; tests set it. */
  now: () => number;
}

const RETRY_DELAYS = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000];

const key = (pattern: RegExp, hint: string) =>
  z
    .string({ error: `is missing; ${hint}` })
    .refine((value) => !value.includes("_live_"), {
      message: "is a live key, and the sandbox never runs beside one",
      abort: true,
    })
    .regex(pattern, `is not a sandbox key; ${hint}`);

const Environment = z.object({
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(3002),
  SANDBOX_HOST: z.string().default("127.0.0.1"),
  SANDBOX_URL: z.url({ protocol: /^https?$/, error: "must be an http address" }).optional(),
  SANDBOX_STATE: z.string().optional(),
  SANDBOX_WEBHOOK_URL: z
    .string()
    .regex(/^https?:\/\/./, "must be an http address")
    .optional(),
  APP_URL: z.url({ protocol: /^https?$/, error: "must be an http address" }).default("http://localhost:3000"),
  STRIPE_SECRET_KEY: key(/^sk_test_sandbox\w+$/, "it must start with sk_test_sandbox"),
  STRIPE_WEBHOOK_SECRET: key(/^whsec_\w+$/, "it must start with whsec_"),
  RESEND_API_KEY: key(/^re_sandbox_\w+$/, "it must start with re_sandbox_"),
});

/**
 * Reads the sandbox's settings from the environment.
 * @throws SettingsError when a key is missing, live, or not made for the sandbox.
 */
export function readSettings(source: Record<string, string | undefined> = process.env): Settings {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = Environment.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
    throw new SettingsError(`The sandbox does not start: ${lines.join("; ")}.`);
  }
  const value = result.data;
  return {
    port: value.SANDBOX_PORT,
    host: value.SANDBOX_HOST,
    appUrl: value.APP_URL,
    publicUrl: value.SANDBOX_URL,
    stripeSecretKey: value.STRIPE_SECRET_KEY,
    stripeWebhookSecret: value.STRIPE_WEBHOOK_SECRET,
    resendApiKey: value.RESEND_API_KEY,
    webhookUrl:
      value.SANDBOX_WEBHOOK_URL ??
      `${value.APP_URL.replace(/\/$/, "")}/api/webhooks/stripe/{organization_id}`,
    stateFile: value.SANDBOX_STATE,
    webhookRetryDelays: RETRY_DELAYS,
    webhookTimeout: 10_000,
    now: Date.now,
  };
}
