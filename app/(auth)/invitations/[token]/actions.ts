"use server";

import { redirect } from "next/navigation";
import { notFound } from "@/lib/platform/errors";
import { acceptInvitation, findInvitation } from "@/lib/users/accept-invitation";
import { AcceptInvitationInput } from "@/lib/users/schemas";
import { answer } from "@/lib/web/action";
import { nobodyCtx, startBrowserSession } from "@/lib/web/start-session";

export async function acceptInvitationAction(input: unknown) {
  const result = await answer(nobodyCtx, async (ctx) => {
    // The address is the invitation's, and it is no longer to be found once it is accepted.
    const parsed = AcceptInvitationInput.safeParse(input);
    const invitation = parsed.success ? await findInvitation(parsed.data.token) : null;
    await acceptInvitation(ctx, input);
    if (!parsed.success || !invitation) throw notFound();
    await startBrowserSession({ email: invitation.email, password: parsed.data.password });
  });
  if (result.ok) redirect("/");
  return result;
}
