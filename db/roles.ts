import type { Sql } from "postgres";

/**
 * A role per kind of actor. They can't log in and inherit nothing, except cf_admin, which is cf_staff and more, and
 * cf_admin_reader likewise: the readers see what staff and admins see, and change nothing but their own account.
 */
export const actorRoles = [
  "cf_auth",
  "cf_staff",
  "cf_admin",
  "cf_reader",
  "cf_admin_reader",
  "cf_client",
  "cf_link",
  "cf_system",
] as const;
const INHERIT: readonly ActorRole[] = ["cf_admin", "cf_admin_reader"];
export type ActorRole = (typeof actorRoles)[number];

/**
 * Creates the actor roles and the two logins. cf_app may become any actor but can read nothing as itself;
 * cf_queue owns the job queue. Roles belong to the whole cluster, so that an existing one is only brought up to date.
 */
export async function ensureRoles(sql: Sql, appPassword: string): Promise<void> {
  for (const role of actorRoles)
    await ensure(sql, role, INHERIT.includes(role) ? "nologin inherit" : "nologin noinherit");
  await ensure(sql, "cf_app", "login noinherit");
  await ensure(sql, "cf_queue", "login noinherit");
  const password = sql`select format('%L', ${appPassword}::text) as literal`;
  const [row] = await password;
  for (const login of ["cf_app", "cf_queue"])
    await sql.unsafe(`alter role ${login} password ${row?.literal}`);
  await sql.unsafe(`grant ${actorRoles.join(", ")} to cf_app`);
}

async function ensure(sql: Sql, role: string, options: string): Promise<void> {
  const [exists] = await sql`select 1 from pg_roles where rolname = ${role}`;
  if (!exists) await sql.unsafe(`create role ${role} ${options}`);
}
