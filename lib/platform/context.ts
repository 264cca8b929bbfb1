import { sql } from "drizzle-orm";
import { type Connection, connect, type Tx } from "@/db/client";
import { type Actor, databaseRole } from "./actor";
import { env } from "./env";
import { newId } from "./ids";
import { together } from "./together";

/** Who asks, and from where. Made once per request, job or webhook. */
export type Ctx = { actor: Actor; requestId: string; ip: string | null };

export const systemCtx = (organizationId: string, job: string, requestId = newId()): Ctx => ({
  actor: { kind: "system", organizationId, job },
  requestId,
  ip: null,
});

/**
 * The organization that an actor acts in.
 * @throws Error for nobody in particular, who acts in none
 */
export function organizationOf({ actor }: Ctx): string {
  if (!actor.organizationId) throw new Error("This actor acts in no organization");
  return actor.organizationId;
}

// Next.js keeps several copies of a module in one process: the pool belongs to the process, not to the copy.
const shared = globalThis as typeof globalThis & { counterfoilConnection?: Connection };

/** The process's pool. */
export function connection(): Connection {
  shared.counterfoilConnection ??= connect(env().DATABASE_APP_URL, env().DATABASE_POOL);
  return shared.counterfoilConnection;
}

/** Puts another pool in place. Tests only. */
export function replaceConnection(other: Connection | undefined): void {
  shared.counterfoilConnection = other;
}

/** Makes the rest of a transaction act for someone: PostgreSQL role, organization, user, client, invoice. */
export async function actAs(tx: Tx, actor: Actor): Promise<void> {
  const user = actor.kind === "user" ? actor.userId : "";
  const client = actor.kind === "user" ? (actor.clientId ?? "") : "";
  const invoice = actor.kind === "link" ? actor.invoiceId : "";
  await tx.execute(sql`select set_config('role', ${databaseRole(actor)}, true),
    set_config('app.org', ${actor.organizationId ?? ""}, true), set_config('app.user', ${user}, true),
    set_config('app.client', ${client}, true), set_config('app.invoice', ${invoice}, true)`);
}

/** Runs a transaction as the actor's database role; what the role may not see is not there. */
export async function transaction<T>(
  actor: Actor,
  run: (tx: Tx) => Promise<T>,
  options: { readOnly?: boolean } = {},
): Promise<T> {
  return connection().db.transaction(
    async (tx) => {
      // Sent with the body's first statement; were it missing, the body could read and write nothing.
      const [, result] = await together([actAs(tx, actor), run(tx)]);
      return result;
    },
    options.readOnly ? { accessMode: "read only" } : undefined,
  );
}
