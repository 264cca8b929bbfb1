import { generateSync } from "otplib";
import { hashPassword } from "@/lib/auth/password";
import { readSession } from "@/lib/auth/session";
import { signIn } from "@/lib/auth/sign-in";
import { confirmTotp, startTotp } from "@/lib/factors/add-totp";
import { clock } from "@/lib/platform/clock";
import type { Ctx } from "@/lib/platform/context";
import type { TestDatabase } from "./database";
import type { OrganizationFixture } from "./fixtures";

export const PASSWORD = "five random words here";

export const nobody: Ctx = {
  actor: { kind: "anonymous", organizationId: null },
  requestId: "test",
  ip: "192.0.2.1",
};

/** Gives a member of an organization a password; returns what they sign in with. */
export async function passwordFor(
  db: TestDatabase,
  organization: OrganizationFixture,
  who: "admin" | "accountant",
) {
  const userId = organization.people[who];
  const { passwordHash, pepperVersion } = await hashPassword(PASSWORD);
  const [user] = await db.admin`update users
    set password_hash = ${passwordHash}, pepper_version = ${pepperVersion} where id = ${userId} returning email`;
  return { email: String(user?.email), password: PASSWORD };
}

/** Signs a person in; returns the session's id and, once it is one, its actor's context. */
export async function signedIn(credentials: { email: string; password: string }) {
  const { sessionId } = await signIn(nobody, credentials, "Test browser");
  return { sessionId, ...(await stageOf(sessionId)) };
}

/** How far a session has come, and the context of whoever it stands for. */
export async function stageOf(sessionId: string) {
  const found = await readSession(sessionId);
  return {
    stage: found?.stage ?? null,
    ctx: { actor: found?.actor ?? nobody.actor, requestId: "test", ip: null } as Ctx,
  };
}

/** The code that an app with the secret shows, now or so many steps later. */
export const codeOf = (secret: string, steps = 0): string =>
  generateSync({ secret, epoch: Math.floor(clock.now().getTime() / 1000) + 30 * steps });

/** Adds an authenticator app; returns its id and secret, and the recovery codes that came with it. */
export async function withApp(ctx: Ctx, name = "Phone") {
  const { id, secret } = await startTotp(ctx, { kind: "totp" });
  const { codes } = await confirmTotp(ctx, { id, name, code: codeOf(secret) });
  return { id, secret, codes };
}
