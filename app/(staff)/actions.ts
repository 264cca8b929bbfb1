"use server";

import { redirect } from "next/navigation";
import { endSession } from "@/lib/auth/end-session";
import { signOut } from "@/lib/auth/next-auth";
import { answer } from "@/lib/web/action";
import { personCtx } from "@/lib/web/current";

/** The session counts no more, and then its cookie goes; a session that is over already only loses the cookie. */
export async function signOutAction(): Promise<void> {
  await answer(personCtx, (ctx) => endSession(ctx, {}));
  await signOut({ redirect: false });
  redirect("/sign-in");
}
