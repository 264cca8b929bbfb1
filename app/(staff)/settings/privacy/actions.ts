"use server";

import { eraseUser } from "@/lib/privacy/erase-user";
import { setRetention } from "@/lib/privacy/set-retention";
import { startRetention } from "@/lib/privacy/start-retention";
import { act } from "@/lib/web/action";
import { refreshed } from "@/lib/web/refreshed";

export async function setRetentionAction(input: unknown) {
  return refreshed(act(setRetention, input));
}

export async function startRetentionAction(input: unknown) {
  return refreshed(act(startRetention, input));
}

export async function eraseUserAction(input: unknown) {
  return refreshed(act(eraseUser, input));
}
