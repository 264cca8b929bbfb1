import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { auth } from "@/lib/auth/next-auth";
import { readSession, type SignedIn } from "@/lib/auth/session";
import { may, type Permission } from "@/lib/core/permissions";
import type { Ctx } from "@/lib/platform/context";
import { forbidden, unauthenticated } from "@/lib/platform/errors";
import { logRefusal } from "@/lib/platform/security-log";
import { requestCtx } from "./request";

const sessionId = cache(async (): Promise<string> => (await auth())?.sessionId ?? "");

/** This browser's session, read from the database once per request, however far its sign-in has come; null for none. */
export const currentSession = cache(async () => readSession(await sessionId()));

/** Who is signed in; null for nobody. */
export const currentUser = cache(async (): Promise<SignedIn | null> => {
  const session = await currentSession();
  return session?.stage === "full" ? session : null;
});

const NOBODY = { kind: "anonymous", organizationId: null } as const;

/** The context of a request, as the signed-in user or as nobody. */
export async function currentCtx(): Promise<Ctx> {
  return requestCtx((await currentUser())?.actor ?? NOBODY);
}

/** The same for what people may also do who have a second factor to add before they may do anything else. */
export async function personCtx(): Promise<Ctx> {
  const session = await currentSession();
  return requestCtx(session && session.stage !== "pending" ? session.actor : NOBODY);
}

/** The id of the session whose second step is to be done. @throws DomainError unauthenticated without one */
export async function pendingSession(): Promise<string> {
  const session = await currentSession();
  if (session?.stage !== "pending") throw unauthenticated();
  return session.actor.sessionId;
}

/** For pages: sends whoever is not signed in to the next step of it. */
export async function leadToSignIn(): Promise<never> {
  const stage = (await currentSession())?.stage;
  redirect(stage === "pending" ? "/sign-in/verify" : stage === "enrolling" ? "/sign-in/enrol" : "/sign-in");
}

/**
 * For staff's pages: the same for whoever is no client, who may do this, or anything where nothing is named. A client's
 * sign-in may read its own documents, and does so in the portal.
 */
export async function requireStaff(permission?: Permission): Promise<SignedIn & { ctx: Ctx; can: Can }> {
  const signedIn = await currentUser();
  if (!signedIn) return leadToSignIn();
  const { role } = signedIn.actor;
  const can = (one: Permission) => may(role, one);
  const ctx = await requestCtx(signedIn.actor);
  if (role === "client" || (permission && !can(permission))) refuse(ctx, permission);
  return { ...signedIn, ctx, can };
}

/** Whether the signed-in user may do something: for what a page offers. */
export type Can = (permission: Permission) => boolean;

/**
 * For pages: the signed-in user, who may do this. Sends nobody to sign in; shows the same page to a role
 * that may not as for an address that does not exist.
 */
export async function requirePermission(permission: Permission): Promise<SignedIn & { ctx: Ctx }> {
  const signedIn = await currentUser();
  if (!signedIn) return leadToSignIn();
  const ctx = await requestCtx(signedIn.actor);
  if (!may(signedIn.actor.role, permission)) refuse(ctx, permission);
  return { ...signedIn, ctx };
}

function refuse(ctx: Ctx, permission: Permission | undefined): never {
  logRefusal(ctx, forbidden(), permission);
  notFound();
}
