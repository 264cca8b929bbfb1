import type { Role } from "@/lib/core/permissions";
import type { listInvitations, listMembers } from "@/lib/users/queries";
import type { listRoles } from "@/lib/users/roles";
import type { ActionResult } from "@/lib/web/action";

export type Member = Awaited<ReturnType<typeof listMembers>>[number];
export type Invitation = Awaited<ReturnType<typeof listInvitations>>[number];
export type StoredRole = Awaited<ReturnType<typeof listRoles>>[number];
/** What whoever chooses may give: built-in roles, and the organization's own by id. */
export type RoleChoices = { builtIn: readonly Role[]; custom: readonly { id: string; name: string }[] };
export type Action = (input: unknown) => Promise<ActionResult<unknown>>;
