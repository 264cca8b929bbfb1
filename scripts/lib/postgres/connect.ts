import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { Problem } from "../../preflight/problem.mjs";

/**
 * Runs one query over a short connection, trying again for a while as a server that comes back after a crash needs.
 * @throws Problem in one line when the server can't be reached
 */
export async function ask(url: string, query: string, { patience = 8000, signal }: AskOptions = {}) {
  const deadline = performance.now() + patience;
  for (;;) {
    signal?.throwIfAborted();
    const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
    try {
      return await sql.unsafe(query);
    } catch (error) {
      if (!isTransient(error) || performance.now() > deadline) throw new Problem(explain(url, error));
      await wait(200, undefined, { signal }).catch(() => {});
    } finally {
      await sql.end({ timeout: 1 }).catch(() => {});
    }
  }
}

interface AskOptions {
  patience?: number;
  signal?: AbortSignal;
}

const codeOf = (error: unknown) => String((error as { code?: unknown })?.code ?? "");

/** Starting up, shutting down, or not listening yet. */
const isTransient = (error: unknown) =>
  ["ECONNREFUSED", "ECONNRESET", "CONNECT_TIMEOUT", "CONNECTION_CLOSED", "57P03", "57P01"].includes(
    codeOf(error),
  );

/** One line without the password: what is wrong, and what to do. */
export function explain(url: string, error: unknown): string {
  const { hostname, port, pathname, username } = new URL(url);
  const where = `${hostname}:${port || 5432}`;
  switch (codeOf(error)) {
    case "28P01":
    case "28000":
      return `PostgreSQL at ${where} refused the user ${username || "(none)"}. Check the name and password in DATABASE_URL.`;
    case "3D000":
      return `PostgreSQL at ${where} has no database ${pathname.slice(1)}. Create it: createdb ${pathname.slice(1)}`;
    default: {
      const reason = codeOf(error) || (error instanceof Error ? error.message : String(error));
      return `Can't reach PostgreSQL at ${where} (${reason}). Check DATABASE_URL, or unset it to use the packaged PostgreSQL.`;
    }
  }
}
