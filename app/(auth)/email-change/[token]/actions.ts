"use server";

import { cancelEmail, confirmEmail } from "@/lib/accounts/answer-email";
import { answer } from "@/lib/web/action";
import { nobodyCtx } from "@/lib/web/start-session";

export async function confirmEmailAction(input: unknown) {
  return answer(nobodyCtx, (ctx) => confirmEmail(ctx, input));
}

export async function cancelEmailAction(input: unknown) {
  return answer(nobodyCtx, (ctx) => cancelEmail(ctx, input));
}
