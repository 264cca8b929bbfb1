"use server";

import { redirect } from "next/navigation";
import { answer } from "@/lib/web/action";
import { nobodyCtx, startBrowserSession } from "@/lib/web/start-session";

export async function signInAction(input: unknown) {
  const result = await answer(nobodyCtx, () => startBrowserSession(input));
  if (result.ok) redirect("/");
  return result;
}
