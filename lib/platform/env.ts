import { z } from "zod";
import { type Keyring, parseKeyring } from "./keyring";
import { Peppers } from "./peppers";

const flag = (fallback: "on" | "off") =>
  z
    .enum(["on", "off"])
    .default(fallback)
    .transform((value) => value === "on");

const url = (protocols: string[]) =>
  z.url().refine((value) => protocols.includes(new URL(value).protocol), {
    message: `must start with ${protocols.map((p) => `${p}//`).join(" or ")}`,
  });

type Issues = { addIssue: (issue: { code: "custom"; path: string[]; message: string }) => void };

function keyringProblem(context: Issues, keys: string, current?: string, path: string[] = []): void {
  try {
    parseKeyring(keys, current);
  } catch (error) {
    const message = error instanceof Error ? error.message : "is wrong";
    context.addIssue({ code: "custom", path, message });
  }
}

const Env = z
  .object({
    NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
    PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
    APP_URL: url(["http:", "https:"]).default("http://localhost:3000"),
    /** Owner connection: migrations, seed and set-up only. The web and the worker never need it. */
    DATABASE_URL: url(["postgres:", "postgresql:"]).optional(),
    /** Password of the two login roles that migrations create (cf_app and cf_queue). */
    DATABASE_APP_PASSWORD: z.string().min(16, "must have at least 16 characters"),
    /** Least-privilege connections. Derived from DATABASE_URL and DATABASE_APP_PASSWORD when absent. */
    DATABASE_APP_URL: url(["postgres:", "postgresql:"]).optional(),
    DATABASE_QUEUE_URL: url(["postgres:", "postgresql:"]).optional(),
    DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
    AUTH_SECRET: z.string().min(32, "must have at least 32 characters"),
    /** What passwords are mixed with before they are hashed; none is a choice, for the sake of older installations. */
    PASSWORD_PEPPER: Peppers,
    /** Keys that seal secrets at rest: `k1:<base64 of 32 bytes>,k2:…`. All open; SEALING_KEY or the first seals. */
    SEALING_KEYS: z.string().superRefine((value, context) => keyringProblem(context, value)),
    SEALING_KEY: z.string().optional(),
    /** Signs where the audit chain ends: 32 bytes, the private key of Ed25519. */
    AUDIT_SIGNING_KEY: z.string().regex(/^[\w-]{43}$/, "must be 32 bytes in base64url, 43 characters"),
    /** Where the signed ends of the audit chain are appended; keep copies elsewhere. */
    AUDIT_HEADS_FILE: z.string().default(".data/audit-heads.jsonl"),
    STRIPE_SECRET_KEY: z.string().regex(/^(sk|rk)_(test|live)_\w+$/, "must be a Stripe secret key (sk_…)"),
    STRIPE_WEBHOOK_SECRET: z.string().regex(/^whsec_\w+$/, "must be a webhook signing secret (whsec_…)"),
    STRIPE_API_BASE: url(["http:", "https:"]).optional(),
    RESEND_API_KEY: z.string().regex(/^re_\w+$/, "must be a Resend key (re_…)"),
    RESEND_API_BASE: url(["http:", "https:"]).optional(),
    /** Where reference rates of exchange are published; a sandbox publishes made-up ones. */
    ECB_API_BASE: url(["http:", "https:"]).default("https://www.ecb.europa.eu"),
    MAIL_FROM: z.string().min(3).default("Counterfoil <billing@counterfoil.localhost>"),
    /** Where vulnerabilities of this installation are reported: `mailto:…` or `https://…` (RFC 9116). */
    SECURITY_CONTACT: url(["mailto:", "https:"]).optional(),
    /** Where people reach the sandbox's mailbox, set when one runs. */
    SANDBOX_URL: url(["http:", "https:"]).optional(),
    /** `web` runs the worker inside the web process; `process` expects `npm run worker` beside it. */
    WORKER: z.enum(["process", "web"]).default("process"),
    WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(100).default(5),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    /** Trust X-Forwarded-For from a reverse proxy for the addresses in sessions and audit. */
    TRUST_PROXY: flag("off"),
  })
  .superRefine((value, context) => {
    const live = /_live_/.test(value.STRIPE_SECRET_KEY);
    if (live && (value.STRIPE_API_BASE || value.SANDBOX_URL))
      context.addIssue({
        code: "custom",
        path: ["STRIPE_SECRET_KEY"],
        message: "is a live key, but a sandbox is configured; remove STRIPE_API_BASE and SANDBOX_URL",
      });
    keyringProblem(context, value.SEALING_KEYS, value.SEALING_KEY, ["SEALING_KEYS"]);
    if (!value.DATABASE_URL && !value.DATABASE_APP_URL)
      context.addIssue({
        code: "custom",
        path: ["DATABASE_APP_URL"],
        message: "or DATABASE_URL must be set",
      });
  });

export type Env = Omit<z.infer<typeof Env>, "SEALING_KEYS"> & {
  DATABASE_APP_URL: string;
  DATABASE_QUEUE_URL: string;
  SEALING_KEYS: Keyring;
};

/**
 * Reads every setting once.
 * @throws Error with one line per wrong variable: its name and what it must be, never its value.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = Env.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")} ${describe(issue)}`);
    throw new Error(`Wrong settings in the environment:\n${[...new Set(lines)].join("\n")}`);
  }
  const value = result.data;
  const login = (user: string) => withUser(value.DATABASE_URL ?? value.DATABASE_APP_URL, user, value);
  return {
    ...value,
    SEALING_KEYS: parseKeyring(value.SEALING_KEYS, value.SEALING_KEY),
    DATABASE_APP_URL: value.DATABASE_APP_URL ?? login("cf_app"),
    DATABASE_QUEUE_URL: value.DATABASE_QUEUE_URL ?? login("cf_queue"),
  };
}

function describe(issue: { code?: string; message: string; input?: unknown }): string {
  if (issue.code === "invalid_type" && issue.message.includes("undefined")) return "is missing";
  return issue.message;
}

function withUser(base: string | undefined, user: string, value: { DATABASE_APP_PASSWORD: string }): string {
  const parsed = new URL(base ?? "");
  parsed.username = user;
  parsed.password = encodeURIComponent(value.DATABASE_APP_PASSWORD);
  return parsed.toString();
}

let cached: Env | undefined;

/** The settings of this process, parsed on first use. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** The log level alone: a wrong setting elsewhere must still be loggable. */
export function logLevel(): string {
  return Env.shape.LOG_LEVEL.safeParse(process.env.LOG_LEVEL || undefined).data ?? "info";
}
