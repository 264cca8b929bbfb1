import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres, { type Sql } from "postgres";
import { inject } from "vitest";
import { ensureRoles } from "@/db/roles";
import { TEST_APP_PASSWORD } from "./database.global";

function at(database: string): string {
  const url = new URL(inject("pgAdminUrl"));
  url.pathname = `/${database}`;
  return url.toString();
}

/** A database in which nothing is; returns its owner's connection. */
export async function emptyDatabase(): Promise<string> {
  const name = `migrate_${crypto.randomUUID().replaceAll("-", "")}`;
  const server = postgres(at("postgres"), { max: 1 });
  await server.unsafe(`create database ${name}`);
  await server.end();
  return at(name);
}

const LOCK = 4_715_299;

/** Roles belong to the whole server: of test files that upgrade databases of one server, one does at a time. */
export async function alone<T>(work: () => Promise<T>): Promise<T> {
  const server = postgres(at("postgres"), { max: 1 });
  try {
    await server`select pg_advisory_lock(${LOCK})`;
    return await work();
  } finally {
    await server.end();
  }
}

/** Brings a database to where an installation stands that was last upgraded with this migration. */
export async function migrateUpTo(sql: Sql, tag: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "migrations-"));
  await cp("db/migrations", folder, { recursive: true });
  const file = join(folder, "meta", "_journal.json");
  const journal = JSON.parse(await readFile(file, "utf8")) as { entries: { tag: string }[] };
  const last = journal.entries.findIndex((entry) => entry.tag === tag);
  await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, last + 1) }));
  await alone(() => ensureRoles(sql, TEST_APP_PASSWORD));
  await applyMigrations(drizzle(sql), { migrationsFolder: folder });
  await rm(folder, { recursive: true });
}
