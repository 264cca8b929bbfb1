"use server";

import { changeEmail, withdrawEmail } from "@/lib/accounts/change-email";
import { changePassword } from "@/lib/accounts/change-password";
import { rename } from "@/lib/accounts/rename";
import { revokeOtherSessions, revokeSession } from "@/lib/accounts/sessions";
import { act } from "@/lib/web/action";
import { refreshed } from "@/lib/web/refreshed";

export async function renameAction(input: unknown) {
  return refreshed(act(rename, input));
}

export async function changePasswordAction(input: unknown) {
  return refreshed(act(changePassword, input));
}

export async function changeEmailAction(input: unknown) {
  return refreshed(act(changeEmail, input));
}

export async function withdrawEmailAction(input: unknown) {
  return refreshed(act(withdrawEmail, input));
}

export async function revokeSessionAction(input: unknown) {
  return refreshed(act(revokeSession, input));
}

export async function revokeOtherSessionsAction(input: unknown) {
  return refreshed(act(revokeOtherSessions, input));
}
