import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, inject } from "vitest";
import { connect } from "@/db/client";
import { clock } from "@/lib/platform/clock";
import { connection, replaceConnection } from "@/lib/platform/context";
import { TEST_APP_PASSWORD } from "./database.global";

let count = 0;

export type TestDatabase = {
  /** The superuser, whom no policy binds: to look at what is really there, or to set a scene. */
  readonly admin: Sql;
  url: (user: string) => string;
};

/**
 * Gives the calling test file a database of its own, copied from the migrated template, and the process's pool on it.
 * Settings that the code under test reads are set to harmless ones.
 */
export function testDatabase(): TestDatabase {
  const name = `test_${process.pid}_${++count}`;
  const at = (database: string, user?: string) => {
    const url = new URL(inject("pgAdminUrl"));
    url.pathname = `/${database}`;
    if (user) {
      url.username = user;
      url.password = TEST_APP_PASSWORD;
    }
    return url.toString();
  };
  let admin: Sql | undefined;

  beforeAll(async () => {
    const server = postgres(at("postgres"), { max: 1, onnotice: () => {} });
    await server.unsafe(`create database ${name} template ${inject("pgTemplate")}`);
    await server.end();
    Object.assign(process.env, {
      DATABASE_URL: at(name),
      DATABASE_APP_PASSWORD: TEST_APP_PASSWORD,
      AUTH_SECRET: "a secret that only tests use, 32+",
      SEALING_KEYS: `k1:${"A".repeat(43)}=`,
      AUDIT_SIGNING_KEY: "the-key-that-only-tests-sign-the-heads-with",
      APP_URL: "http://localhost:3000",
      STRIPE_SECRET_KEY: "sk_test_sandboxtests",
      STRIPE_WEBHOOK_SECRET: "whsec_tests",
      RESEND_API_KEY: "re_sandbox_tests",
      LOG_LEVEL: "silent",
    });
    admin = postgres(at(name), { max: 2, onnotice: () => {} });
    replaceConnection(connect(at(name, "cf_app"), 12));
  });

  afterAll(async () => {
    clock.reset();
    await connection().close();
    replaceConnection(undefined);
    await admin?.end();
  });

  return {
    get admin() {
      if (!admin) throw new Error("The database is not open yet");
      return admin;
    },
    url: (user) => at(name, user),
  };
}
