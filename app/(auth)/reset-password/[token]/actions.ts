"use server";

import { redirect } from "next/navigation";
import { resetPassword } from "@/lib/accounts/reset-password";
import { answer } from "@/lib/web/action";
import { nobodyCtx } from "@/lib/web/start-session";

export async function resetPasswordAction(input: unknown) {
  const result = await answer(nobodyCtx, (ctx) => resetPassword(ctx, input));
  if (result.ok) redirect("/sign-in?notice=password");
  return result;
}
