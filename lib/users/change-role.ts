import { eq } from "drizzle-orm";
import { clients, memberships } from "@/db/schema";
import { invalid } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { givenRole } from "./given-role";
import { lockMember } from "./members";
import { ChangeRoleInput } from "./schemas";

/**
 * Gives a member another role. The database ends the member's sessions with it: the next sign-in has the new one.
 * @throws DomainError conflict `beyondOwnRights` when either role may more than whoever changes it
 */
export const changeRole = verb("user.write", ChangeRoleInput, async (tx, ctx, input) => {
  const { userId, clientId } = input;
  const before = await lockMember(tx, ctx, userId, input.role === "admin");
  const { role, customRoleId, roleName } = await givenRole(tx, ctx, input.role);
  if (clientId) {
    const [client] = await tx.select({ id: clients.id }).from(clients).where(eq(clients.id, clientId));
    if (!client) throw invalid("clientId", "clientGone");
  }
  await tx
    .update(memberships)
    .set({ role, customRoleId, clientId: clientId ?? null })
    .where(eq(memberships.userId, userId));
  await ctx.audit({
    action: "user.change_role",
    subjectType: "user",
    subjectId: userId,
    before: { role: before.roleName, clientId: before.clientId },
    after: { role: roleName, clientId: clientId ?? null },
  });
  await ctx.emit({ type: "user.changed", subjectId: userId });
  return { userId, role };
});
