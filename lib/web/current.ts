import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { auth } from "@/lib/auth/next-auth";
import { findSession, type SignedIn } from "@/lib/auth/session";
import { may, type Permission } from "@/lib/core/permissions";
import type { Ctx } from "@/lib/platform/context";
import { requestCtx } from "./request";

/** Who is signed in, read from the database once per request; null for nobody. */
export const currentUser = cache(async (): Promise<SignedIn | null> => {
  const session = await auth();
  return session?.sessionId ? findSession(session.sessionId) : null;
});

/** The context of a request, as the signed-in user or as nobody. */
export async function currentCtx(): Promise<Ctx> {
  const signedIn = await currentUser();
  return requestCtx(signedIn?.actor ?? { kind: "anonymous", organizationId: null });
}

/**
 * For pages: the signed-in user, who may do this. Sends nobody to the sign-in page; shows the same page to a role
 * that may not as for an address that does not exist.
 */
export async function requirePermission(permission: Permission): Promise<SignedIn & { ctx: Ctx }> {
  const signedIn = await currentUser();
  if (!signedIn) redirect("/sign-in");
  if (!may(signedIn.actor.role, permission)) notFound();
  return { ...signedIn, ctx: await requestCtx(signedIn.actor) };
}
