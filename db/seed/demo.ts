import postgres from "postgres";
import { connect } from "@/db/client";
import { clock } from "@/lib/platform/clock";
import { replaceConnection } from "@/lib/platform/context";
import { env as settings } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { seedClients } from "./clients";
import { invoiceSteps } from "./invoices";
import { type SignIn, seedOrganization, seedUser } from "./people";
import { plans } from "./plans";
import { stories } from "./stories";
import { seedTaxes } from "./taxes";
import { live } from "./timeline";

export type SeedOptions = {
  ownerUrl: string;
  /** Holds DEMO_PASSWORD_ADMIN, DEMO_PASSWORD_ACCOUNTANT and DEMO_PASSWORD_CLIENT. */
  env: Record<string, string | undefined>;
  onStep: (text: string) => void;
};

/**
 * Fills a database that has no organization with made-up data, through the same verbs as the product.
 * Returns the sign-ins while the demo's organization is there, so that every start can show them.
 */
export async function seedDemo({
  ownerUrl,
  env,
  onStep,
}: SeedOptions): Promise<{ seeded: boolean; signIns: SignIn[] }> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    // Only one of several starting instances seeds; the owner may be bound by row-level security, cf_auth may look.
    await sql`select pg_advisory_lock(4715203)`;
    const found = await sql.begin(async (tx) => {
      await tx`set local role cf_auth`;
      return tx`select is_demo from organizations`;
    });
    const signIns = (["admin", "accountant", "client"] as const).map((role) => ({
      role,
      email: `${role}@demo.counterfoil.localhost`,
      password: env[`DEMO_PASSWORD_${role.toUpperCase()}`] ?? "",
    }));
    if (found.length > 0) return { seeded: false, signIns: found.some((row) => row.is_demo) ? signIns : [] };
    if (signIns.some((signIn) => !signIn.password))
      throw new Error("The demo's passwords are not in the environment");
    await fill(signIns, onStep);
    await forgetJobs();
    return { seeded: true, signIns };
  } finally {
    await sql.end();
  }
}

/** The demo's history was told to nobody: its messages are not sent. What is still to come stays. */
async function forgetJobs(): Promise<void> {
  const queue = postgres(settings().DATABASE_QUEUE_URL, { max: 1, onnotice: () => {} });
  await queue`delete from graphile_worker._private_jobs where run_at <= now()`;
  await queue.end();
}

async function fill(signIns: SignIn[], onStep: (text: string) => void): Promise<void> {
  const connection = connect(settings().DATABASE_APP_URL, 4);
  replaceConnection(connection);
  const now = new Date();
  // Half a year in a few seconds is no news.
  const { level } = log;
  log.level = "warn";
  try {
    const [admin, accountant, client] = signIns;
    if (!admin || !accountant || !client) throw new Error("The demo has three sign-ins");
    onStep("people");
    const { organizationId, admin: owner } = await seedOrganization(admin);
    const tax = await seedTaxes(owner);
    const writer = await seedUser(organizationId, "Demo Accountant", accountant);
    const clients = await seedClients(writer);
    await seedUser(organizationId, "Demo Client", client, clients.bakery);
    const scene = { accountant: writer, clients, tax };
    const steps = [
      ...plans.flatMap((plan) => invoiceSteps(scene, plan)),
      ...stories.flatMap((story) => story(scene)),
    ];
    await live(steps, now, onStep);
  } finally {
    log.level = level;
    clock.reset();
    await connection.close();
    replaceConnection(undefined);
  }
}
