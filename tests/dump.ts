import { execFile } from "node:child_process";
import { promisify } from "node:util";
import postgres from "postgres";

/**
 * All that a database holds, as text: what `pg_dump` writes, where one as new as the server is at hand, and every row of
 * every table of every schema, with the samples that the planner keeps of them.
 */
export async function dumpOf(ownerUrl: string): Promise<string> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const tables = await sql`select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') or tablename = 'pg_statistic'`;
    const parts: string[] = [];
    for (const { name } of tables) {
      const rows = await sql.unsafe(`select t::text as row from ${name} t`);
      parts.push(name, ...rows.map(({ row }) => String(row)));
    }
    return [...parts, await pgDump(ownerUrl)].join("\n");
  } finally {
    await sql.end();
  }
}

async function pgDump(ownerUrl: string): Promise<string> {
  const dump = promisify(execFile)("pg_dump", [ownerUrl], { maxBuffer: 1 << 29 });
  return dump.then(
    ({ stdout }) => stdout,
    () => "",
  );
}

/** How a text may be written: as it is, as JSON, in hexadecimal, and in base64 wherever in a longer text it stands. */
export function spellingsOf(secret: string): string[] {
  const bytes = Buffer.from(secret, "utf8");
  const base64 = [0, 1, 2].flatMap((offset) => {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
    // Only characters that the secret alone decides.
    const from = Math.ceil((offset * 8) / 6);
    const to = Math.floor((padded.length * 8) / 6);
    return (["base64", "base64url"] as const).map((form) => padded.toString(form).slice(from, to));
  });
  const hex = bytes.toString("hex");
  return [secret, JSON.stringify(secret).slice(1, -1), hex, hex.toUpperCase(), ...base64];
}

/** Which of the secrets a text gives away, in whatever spelling. */
export const givenAway = (text: string, secrets: readonly string[]): string[] =>
  secrets.filter((secret) => spellingsOf(secret).some((spelling) => text.includes(spelling)));
