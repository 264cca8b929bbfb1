import { hashPassword } from "@/lib/auth/password";
import { findSession } from "@/lib/auth/session";
import { signIn } from "@/lib/auth/sign-in";
import type { Ctx } from "@/lib/platform/context";
import { newId } from "@/lib/platform/ids";
import type { TestDatabase } from "./database";
import { organizationFixture } from "./fixtures";

/** Whoever is not signed in, from an address. */
export const nobodyFrom = (ip: string | null): Ctx => ({
  actor: { kind: "anonymous", organizationId: null },
  requestId: "test",
  ip,
});

export const PASSWORD = "five random words here";

/** An accountant of an organization of their own, who can sign in by `PASSWORD`. */
export async function personFixture(db: TestDatabase) {
  const organization = await organizationFixture();
  const userId = organization.people.accountant;
  const { passwordHash, pepperVersion } = await hashPassword(PASSWORD);
  const [user] = await db.admin`
    update users set password_hash = ${passwordHash}, pepper_version = ${pepperVersion} where id = ${userId} returning email`;
  const email: string = user?.email;
  const nobody = nobodyFrom(null);
  return {
    organization,
    userId,
    email,
    /** Signs in on a device and returns the context of its requests. */
    signIn: async (device: string | null = null, password = PASSWORD): Promise<Ctx> => {
      const { sessionId } = await signIn(nobody, { email, password }, "Test browser", device);
      const session = await findSession(sessionId);
      if (!session) throw new Error("The session does not count");
      return { ...nobody, actor: session.actor };
    },
  };
}

/** Whether a context's session still counts. */
export const counts = async ({ actor }: Ctx): Promise<boolean> =>
  actor.kind === "user" && (await findSession(actor.sessionId)) !== null;

/** Another member of an organization, with a session that ends with the test. Returns the user's id. */
export async function memberFixture(
  db: TestDatabase,
  organizationId: string,
  {
    role,
    name,
    clientId = null,
  }: { role: "admin" | "accountant" | "client"; name: string; clientId?: string | null },
): Promise<string> {
  const id = newId();
  await db.admin`insert into users (id, email, name, password_hash) values (${id}, ${`member-${id}@example.com`}, ${name}, 'none')`;
  await db.admin`insert into memberships (organization_id, user_id, role, client_id) values (${organizationId}, ${id}, ${role}, ${clientId})`;
  await db.admin`insert into sessions (id, organization_id, user_id, expires_at) values (${newId()}, ${organizationId}, ${id}, now() + interval '1 hour')`;
  return id;
}
