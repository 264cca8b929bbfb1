import { eq } from "drizzle-orm";
import { memberships } from "@/db/schema";
import { verb } from "@/lib/platform/verb";
import { lockMember } from "./members";
import { SetStatusInput } from "./schemas";

/** Deactivates a member, whose sessions the database ends with it, or lets a deactivated one in again. */
export const setStatus = verb("user.write", SetStatusInput, async (tx, ctx, { userId, status }) => {
  const before = await lockMember(tx, ctx, userId, status === "active");
  await tx.update(memberships).set({ status }).where(eq(memberships.userId, userId));
  await ctx.audit({
    action: "user.set_status",
    subjectType: "user",
    subjectId: userId,
    before: { status: before.status },
    after: { status },
  });
  await ctx.emit({ type: "user.changed", subjectId: userId });
  return { userId, status };
});
