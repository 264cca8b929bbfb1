"use server";

import { requestReset } from "@/lib/accounts/request-reset";
import { answer } from "@/lib/web/action";
import { nobodyCtx } from "@/lib/web/start-session";

export async function requestResetAction(input: unknown) {
  return answer(nobodyCtx, (ctx) => requestReset(ctx, input));
}
