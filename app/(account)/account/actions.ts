"use server";

import { changeEmail, withdrawEmail } from "@/lib/accounts/change-email";
import { changePassword } from "@/lib/accounts/change-password";
import { rename } from "@/lib/accounts/rename";
import { revokeOtherSessions, revokeSession } from "@/lib/accounts/sessions";
import { mayDownloadOwn } from "@/lib/privacy/download";
import { eraseSelf } from "@/lib/privacy/erase-user";
import { requestOwnExport } from "@/lib/privacy/request-export";
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

export async function requestOwnExportAction(input: unknown) {
  return refreshed(act(requestOwnExport, input));
}

export async function mayDownloadOwnAction(input: unknown) {
  return act(mayDownloadOwn, input);
}

export async function eraseSelfAction(input: unknown) {
  return refreshed(act(eraseSelf, input));
}
