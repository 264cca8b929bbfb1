import type { TestProject } from "vitest/node";
import { migrate } from "@/db/migrate";
import { sealStaged } from "@/lib/platform/seal-staged";
import { startThrowaway } from "@/scripts/lib/postgres/throwaway";

declare module "vitest" {
  interface ProvidedContext {
    /** Superuser's connection to a PostgreSQL that belongs to this run. */
    pgAdminUrl: string;
    /** A migrated database to copy: `create database … template …`. Nobody connects to it. */
    pgTemplate: string;
  }
}

export const TEST_APP_PASSWORD = "test-password-0123456789";
const TEMPLATE = "counterfoil_template";

/** A real PostgreSQL of its own for the integration tests; whatever DATABASE_URL names is out of their reach. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  for (const key of Object.keys(process.env)) if (/^(DATABASE_|PG)/.test(key)) delete process.env[key];
  const server = await startThrowaway(process.cwd());
  try {
    await server.query("postgres", `create database ${TEMPLATE}`);
    await migrate({ ownerUrl: server.url(TEMPLATE), appPassword: TEST_APP_PASSWORD, sealStaged });
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide("pgAdminUrl", server.url("postgres"));
  project.provide("pgTemplate", TEMPLATE);
  return server.stop;
}
