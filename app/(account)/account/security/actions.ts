"use server";

import { addPasskey, newPasskeyQuestion } from "@/lib/factors/add-passkey";
import { confirmTotp, startTotp } from "@/lib/factors/add-totp";
import { removeFactor, renameFactor, renewCodes } from "@/lib/factors/change";
import { prove, waysToProve } from "@/lib/factors/prove";
import { act, answer } from "@/lib/web/action";
import { personCtx } from "@/lib/web/current";
import { refreshed } from "@/lib/web/refreshed";

// Whoever has a factor to add before anything else may add one, and prove who they are for it; nothing more.

export async function startAppAction(input: unknown) {
  return answer(personCtx, (ctx) => startTotp(ctx, input));
}

export async function confirmAppAction(input: unknown) {
  return answer(personCtx, (ctx) => confirmTotp(ctx, input));
}

export async function newPasskeyQuestionAction(input: unknown) {
  return answer(personCtx, (ctx) => newPasskeyQuestion(ctx, input));
}

export async function addPasskeyAction(input: unknown) {
  return answer(personCtx, (ctx) => addPasskey(ctx, input));
}

export async function waysToProveAction(input: unknown) {
  return answer(personCtx, (ctx) => waysToProve(ctx, input));
}

export async function proveAction(input: unknown) {
  return answer(personCtx, (ctx) => prove(ctx, input));
}

export async function renameFactorAction(input: unknown) {
  return refreshed(act(renameFactor, input));
}

export async function removeFactorAction(input: unknown) {
  return refreshed(act(removeFactor, input));
}

export async function renewCodesAction(input: unknown) {
  return act(renewCodes, input);
}
