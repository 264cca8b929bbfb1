import type { listInvitations, listMembers } from "@/lib/users/queries";
import type { ActionResult } from "@/lib/web/action";

export type Member = Awaited<ReturnType<typeof listMembers>>[number];
export type Invitation = Awaited<ReturnType<typeof listInvitations>>[number];
export type ClientChoice = { id: string; name: string };
/** The clients that are offered before anything is typed, and how to find the others. */
export type Clients = {
  first: readonly ClientChoice[];
  search: (input: unknown) => Promise<ActionResult<ClientChoice[]>>;
};
export type Action = (input: unknown) => Promise<ActionResult<unknown>>;
