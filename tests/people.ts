import { hashPassword } from "@/lib/auth/password";
import { findSession } from "@/lib/auth/session";
import { signIn } from "@/lib/auth/sign-in";
import type { Ctx } from "@/lib/platform/context";
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
