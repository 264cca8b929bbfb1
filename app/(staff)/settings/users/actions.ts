"use server";

import { searchClients } from "@/lib/clients/queries";
import { resetFactors } from "@/lib/factors/change";
import { changeRole } from "@/lib/users/change-role";
import { createRole } from "@/lib/users/create-role";
import { deleteRole } from "@/lib/users/delete-role";
import { inviteUser } from "@/lib/users/invite";
import { revokeInvitation } from "@/lib/users/revoke-invitation";
import { setStatus } from "@/lib/users/set-status";
import { updateRole } from "@/lib/users/update-role";
import { act } from "@/lib/web/action";
import { refreshed } from "@/lib/web/refreshed";

export async function inviteUserAction(input: unknown) {
  return refreshed(act(inviteUser, input));
}

export async function revokeInvitationAction(input: unknown) {
  return refreshed(act(revokeInvitation, input));
}

export async function changeRoleAction(input: unknown) {
  return refreshed(act(changeRole, input));
}

export async function setStatusAction(input: unknown) {
  return refreshed(act(setStatus, input));
}

export async function resetFactorsAction(input: unknown) {
  return refreshed(act(resetFactors, input));
}

export async function createRoleAction(input: unknown) {
  return refreshed(act(createRole, input));
}

export async function updateRoleAction(input: unknown) {
  return refreshed(act(updateRole, input));
}

export async function deleteRoleAction(input: unknown) {
  return refreshed(act(deleteRole, input));
}

export async function searchClientsAction(input: unknown) {
  return act(searchClients, input);
}
