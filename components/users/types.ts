import type { listInvitations, listMembers } from "@/lib/users/queries";
import type { ActionResult } from "@/lib/web/action";

export type Member = Awaited<ReturnType<typeof listMembers>>[number];
export type Invitation = Awaited<ReturnType<typeof listInvitations>>[number];
export type Action = (input: unknown) => Promise<ActionResult<unknown>>;
