"use server";

import { redirect } from "next/navigation";
import { setUp } from "@/lib/organizations/set-up";
import { answer } from "@/lib/web/action";
import { nobodyCtx, startBrowserSession } from "@/lib/web/start-session";

export async function setUpAction(input: unknown) {
  const result = await answer(nobodyCtx, async (ctx) => {
    await setUp(ctx, input);
    await startBrowserSession(input);
  });
  if (result.ok) redirect("/overview");
  return result;
}
