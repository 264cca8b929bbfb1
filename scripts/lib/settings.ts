import { Problem } from "../preflight/problem.mjs";
import type { Values } from "./env-file";
import { machineSecret, passwordPepper, readablePassword, sandboxKey, sealingKey } from "./secrets";

const STRIPE = "sk_test_sandbox";
const STRIPE_WEBHOOK = "whsec_sandbox";
const RESEND = "re_sandbox_";

export const DEMO_KEYS = ["DEMO_PASSWORD_ADMIN", "DEMO_PASSWORD_ACCOUNTANT", "DEMO_PASSWORD_CLIENT"];

/** Which outside worlds are stand-ins: a provider is one while its key is a generated sandbox key. */
export function stage(env: Values): { stripe: boolean; resend: boolean; sandbox: boolean; demo: boolean } {
  const stripe = Boolean(env.STRIPE_SECRET_KEY?.startsWith(STRIPE));
  const resend = Boolean(env.RESEND_API_KEY?.startsWith(RESEND));
  return { stripe, resend, sandbox: (stripe || resend) && !isLive(env), demo: stripe && resend };
}

const isLive = (env: Values) => /_live_/.test(env.STRIPE_SECRET_KEY ?? "");

/** The secrets that are still missing, freshly generated. */
export function missingSecrets(env: Values, wants: { embedded: boolean; demo: boolean }): Values {
  const generators: Record<string, () => string> = {
    AUTH_SECRET: machineSecret,
    PASSWORD_PEPPER: passwordPepper,
    SEALING_KEYS: sealingKey,
    AUDIT_SIGNING_KEY: machineSecret,
    DATABASE_APP_PASSWORD: machineSecret,
    ...(wants.embedded ? { EMBEDDED_POSTGRES_PASSWORD: machineSecret } : {}),
    STRIPE_SECRET_KEY: () => sandboxKey(STRIPE),
    RESEND_API_KEY: () => sandboxKey(RESEND),
  };
  const fresh: Values = {};
  for (const [key, generate] of Object.entries(generators)) if (!env[key]) fresh[key] = generate();
  const { stripe, demo } = stage({ ...env, ...fresh });
  // A made-up signing secret beside a real key would refuse every event that the provider sends.
  if (stripe && !env.STRIPE_WEBHOOK_SECRET) fresh.STRIPE_WEBHOOK_SECRET = sandboxKey(STRIPE_WEBHOOK);
  if (demo && wants.demo) for (const key of DEMO_KEYS) if (!env[key]) fresh[key] = readablePassword();
  return fresh;
}

/** @throws Problem when the database's address can't be one */
export function checkDatabase({ DATABASE_URL: url, DATABASE_APP_URL: appUrl }: Values): void {
  if (url && !(URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol)))
    throw new Problem("DATABASE_URL must look like postgres://user:password@host:5432/database.");
  if (!url && appUrl)
    throw new Problem(
      "DATABASE_APP_URL needs DATABASE_URL beside it: the owner's connection, to migrate with.",
    );
}

/** @throws Problem when real and sandbox keys are mixed so that payments or emails would be lost in silence */
export function checkKeys(env: Values): void {
  const { stripe, resend } = stage(env);
  const inFile = "Set it in the environment or in .env.local.";
  if (!stripe && !env.STRIPE_WEBHOOK_SECRET)
    throw new Problem(`STRIPE_WEBHOOK_SECRET is missing beside your STRIPE_SECRET_KEY. ${inFile}`);
  if (!stripe && env.STRIPE_WEBHOOK_SECRET?.startsWith(STRIPE_WEBHOOK))
    throw new Problem(
      `STRIPE_WEBHOOK_SECRET is the sandbox's, but STRIPE_SECRET_KEY is a real key. ${inFile}`,
    );
  if (isLive(env) && resend)
    throw new Problem(
      `STRIPE_SECRET_KEY is live, but RESEND_API_KEY is the sandbox's: no email would leave. ${inFile}`,
    );
  if (isLive(env) && (env.SANDBOX_URL || env.STRIPE_API_BASE))
    throw new Problem("STRIPE_SECRET_KEY is live: remove SANDBOX_URL and STRIPE_API_BASE.");
}
