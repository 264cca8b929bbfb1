"use server";

import { redirect } from "next/navigation";
import { endSession } from "@/lib/auth/end-session";
import { signOut } from "@/lib/auth/next-auth";
import { act } from "@/lib/web/action";

/** The session counts no more, and then its cookie goes; a session that is over already only loses the cookie. */
export async function signOutAction(): Promise<void> {
  await act(endSession, {});
  await signOut({ redirect: false });
  redirect("/sign-in");
}
