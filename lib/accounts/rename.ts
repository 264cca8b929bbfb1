import { eq } from "drizzle-orm";
import { users } from "@/db/schema";
import { changes } from "@/lib/platform/audit";
import { actAs } from "@/lib/platform/context";
import { verb } from "@/lib/platform/verb";
import { auditEverywhere, lockUser, userOf } from "./own";
import { RenameInput } from "./schemas";

/** Changes the signed-in person's own name. */
export const rename = verb("account.write", RenameInput, async (tx, ctx, { name }) => {
  const { userId, organizationId } = userOf(ctx);
  await actAs(tx, { kind: "anonymous", organizationId });
  const before = { name: (await lockUser(tx, userId)).name };
  if (before.name === name) {
    ctx.unchanged();
    return { name };
  }
  await tx.update(users).set({ name }).where(eq(users.id, userId));
  await auditEverywhere(tx, ctx, organizationId, userId, {
    action: "account.rename",
    ...changes(before, { name }),
  });
  await ctx.emit({ type: "user.changed", subjectId: userId });
  return { name };
});
