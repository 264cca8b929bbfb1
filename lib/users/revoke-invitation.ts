import { and, eq, isNull } from "drizzle-orm";
import { invitations } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { notFound } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { InvitationIdInput } from "./schemas";

/** Takes an open invitation back: its link stops working. */
export const revokeInvitation = verb("user.invite", InvitationIdInput, async (tx, ctx, { id }) => {
  const [revoked] = await tx
    .update(invitations)
    .set({ revokedAt: clock.now() })
    .where(and(eq(invitations.id, id), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)))
    .returning({ id: invitations.id });
  if (!revoked) throw notFound();
  await ctx.audit({ action: "user.revoke_invitation", subjectType: "invitation", subjectId: id });
  return { id };
});
