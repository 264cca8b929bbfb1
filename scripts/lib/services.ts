import { join, resolve } from "node:path";
import type { Values } from "./env-file";
import { sandboxKey } from "./secrets";
import { stage } from "./settings";
import type { Service } from "./supervisor";

export interface ServiceOptions {
  root: string;
  dev: boolean;
  host: string;
  ports: { web: number; sandbox: number };
  /** Every setting, secrets included; each service gets only what it needs. */
  env: Values;
  /** Connection of the database's owner. */
  ownerUrl: string;
  /** Where the sandbox keeps its mailbox and checkout sessions. */
  sandboxState: string;
}

/** Settings that no service needs: the owner's connection, and passwords of set-up. */
const WITHHELD = /^(DATABASE_URL|EMBEDDED_POSTGRES_PASSWORD|DEMO_PASSWORD_\w+|npm_.*|NODE_OPTIONS)$/;

/** The processes to run, in the order in which they stop: web, worker, sandbox. */
export function services(options: ServiceOptions): Service[] {
  const { root, dev, host, ports } = options;
  const env = appEnv(options);
  const tsx = join(root, "node_modules", "tsx", "dist", "cli.mjs");
  const entry = (name: string) =>
    dev ? [tsx, "watch", "--clear-screen=false", `${name}/main.ts`] : [join("dist", `${name}.mjs`)];
  const next = join(root, "node_modules", "next", "dist", "bin", "next");
  const web = dev
    ? [next, "dev", "--hostname", host, "--port", String(ports.web)]
    : [join(".next", "standalone", "server.js")];
  const list: Service[] = [{ name: "web", args: web, cwd: root, env, grace: 4000 }];
  if (env.WORKER !== "web") list.push({ name: "worker", args: entry("worker"), cwd: root, env, grace: 6000 });
  if (stage(options.env).sandbox)
    list.push({ name: "sandbox", args: entry("sandbox"), cwd: root, env: sandboxEnv(options), grace: 2000 });
  return list;
}

const address = (port: number) => `http://localhost:${port}`;

/** What web and worker get. */
export function appEnv(options: ServiceOptions): Values {
  const { env, ports, host, dev, ownerUrl } = options;
  const { stripe, resend, sandbox } = stage(env);
  const base = address(ports.sandbox);
  const kept = Object.entries(env).filter(([key]) => !WITHHELD.test(key));
  return {
    DATABASE_APP_URL: login(ownerUrl, "cf_app", env.DATABASE_APP_PASSWORD ?? ""),
    DATABASE_QUEUE_URL: login(ownerUrl, "cf_queue", env.DATABASE_APP_PASSWORD ?? ""),
    APP_URL: address(ports.web),
    ...Object.fromEntries(kept),
    NODE_ENV: dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(ports.web),
    HOSTNAME: host,
    // The web changes its directory; a path of somebody's choice means the same in every process.
    AUDIT_HEADS_FILE: resolve(options.root, env.AUDIT_HEADS_FILE ?? join(".data", "audit-heads.jsonl")),
    ...(sandbox ? { SANDBOX_URL: base, ECB_API_BASE: base } : {}),
    ...(sandbox && stripe ? { STRIPE_API_BASE: base } : {}),
    ...(sandbox && resend ? { RESEND_API_BASE: base } : {}),
  };
}

function sandboxEnv({ env, ports, sandboxState }: ServiceOptions): Values {
  const { stripe, resend } = stage(env);
  return {
    PATH: env.PATH ?? "",
    SANDBOX_PORT: String(ports.sandbox),
    SANDBOX_STATE: sandboxState,
    APP_URL: env.APP_URL ?? address(ports.web),
    // The sandbox wants every key; beside a provider's real test key it gets one that nobody uses.
    STRIPE_SECRET_KEY: stripe ? (env.STRIPE_SECRET_KEY ?? "") : sandboxKey("sk_test_sandbox"),
    STRIPE_WEBHOOK_SECRET: stripe ? (env.STRIPE_WEBHOOK_SECRET ?? "") : sandboxKey("whsec_sandbox"),
    RESEND_API_KEY: resend ? (env.RESEND_API_KEY ?? "") : sandboxKey("re_sandbox_"),
  };
}

function login(ownerUrl: string, user: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = user;
  url.password = encodeURIComponent(password);
  return url.toString();
}
