import { redirect } from "next/navigation";
import { needsSetUp } from "@/lib/organizations/queries";
import { currentUser, leadToSignIn } from "@/lib/web/current";

/** Leads everybody to where their work is. */
export default async function Start(): Promise<never> {
  const signedIn = await currentUser();
  if (signedIn) redirect(signedIn.actor.role === "client" ? "/portal" : "/overview");
  if (await needsSetUp()) redirect("/setup");
  return leadToSignIn();
}
