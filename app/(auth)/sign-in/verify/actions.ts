"use server";

import { redirect } from "next/navigation";
import { completeSignIn } from "@/lib/factors/complete-sign-in";
import { answer } from "@/lib/web/action";
import { pendingSession } from "@/lib/web/current";
import { deviceToken } from "@/lib/web/device";
import { enterSession, nobodyCtx } from "@/lib/web/start-session";

export async function completeSignInAction(input: unknown) {
  const result = await answer(nobodyCtx, async (ctx) => {
    await enterSession(await completeSignIn(ctx, await pendingSession(), input, await deviceToken()));
  });
  if (result.ok) redirect("/");
  return result;
}
