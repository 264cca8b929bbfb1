import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import { runMigrations as migrateQueue } from "graphile-worker";
import postgres, { type Sql } from "postgres";
import { queueSql } from "./queue.sql";
import { actorRoles, ensureRoles } from "./roles";

export type MigrateOptions = {
  /** Connection that owns the schema and may create roles. */
  ownerUrl: string;
  /** Password of cf_app and cf_queue. */
  appPassword: string;
  /** Seals what migrations have set aside for it; the keys are the application's. */
  sealStaged: (sql: Sql, onStep: (done: number) => void) => Promise<void>;
  onStep?: (text: string) => void;
};

/** One lock for the whole of it: any number of instances may start at once, one migrates, the rest wait and find it done. */
const LOCK = 4_715_201;

/**
 * Brings roles, schema and job queue up to date.
 * @throws when something is to be sealed and SEALING_KEYS is missing, the database can't be reached, or the owner may not create roles
 */
export async function migrate({
  ownerUrl,
  appPassword,
  sealStaged,
  onStep = () => {},
}: MigrateOptions): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    onStep("roles");
    await ensureRoles(sql, appPassword);
    await grantDatabase(sql);
    onStep("tables");
    await applyMigrations(drizzle(sql), { migrationsFolder: join(process.cwd(), "db/migrations") });
    await sealStaged(sql, (done) => onStep(`sealed ${done}`));
    onStep("job queue");
    await migrateJobs(sql, ownerUrl, appPassword);
  } finally {
    await sql.end();
  }
}

async function grantDatabase(sql: Sql): Promise<void> {
  const [row] = await sql`select quote_ident(current_database()) as name`;
  await sql.unsafe(`revoke all on database ${row?.name} from public`);
  await sql.unsafe(`grant connect on database ${row?.name} to cf_app, cf_queue`);
  await sql.unsafe(`grant usage on schema public to ${actorRoles.join(", ")}`);
}

/** The queue belongs to cf_queue, which needs the right to create its schemas only while this runs. */
async function migrateJobs(sql: Sql, ownerUrl: string, appPassword: string): Promise<void> {
  const url = new URL(ownerUrl);
  url.username = "cf_queue";
  url.password = encodeURIComponent(appPassword);
  const [row] = await sql`select quote_ident(current_database()) as name`;
  await sql.unsafe(`grant create on database ${row?.name} to cf_queue`);
  try {
    await migrateQueue({ connectionString: url.toString() });
    const queue = postgres(url.toString(), { max: 1, onnotice: () => {} });
    try {
      await queue.unsafe(queueSql);
    } finally {
      await queue.end();
    }
  } finally {
    await sql.unsafe(`revoke create on database ${row?.name} from cf_queue`);
  }
}
