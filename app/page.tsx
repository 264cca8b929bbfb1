import { redirect } from "next/navigation";
import { firstPlace } from "@/components/staff/places";
import { may } from "@/lib/core/permissions";
import { needsSetUp } from "@/lib/organizations/queries";
import { currentUser, leadToSignIn } from "@/lib/web/current";

/** Leads everybody to where their work is. */
export default async function Start(): Promise<never> {
  const signedIn = await currentUser();
  if (signedIn) {
    const { role } = signedIn.actor;
    redirect(role === "client" ? "/portal" : firstPlace((permission) => may(role, permission)));
  }
  if (await needsSetUp()) redirect("/setup");
  return leadToSignIn();
}
