import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import { prepared } from "./prepared";
import * as schema from "./schema";

export type Database = PostgresJsDatabase<typeof schema>;
/** A transaction that already acts for someone. */
export type Tx = Parameters<Parameters<Database["transaction"]>[0]>[0];

export type Connection = { db: Database; sql: Sql; close: () => Promise<void> };

/** A pool of connections as cf_app, which by itself may read and write nothing. */
export function connect(url: string, max: number): Connection {
  const sql = postgres(url, {
    max,
    onnotice: () => {},
    connect_timeout: 10,
    connection: { application_name: "counterfoil" },
  });
  return { db: drizzle(prepared(sql), { schema }), sql, close: () => sql.end({ timeout: 5 }) };
}
