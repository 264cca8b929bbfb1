"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { PasskeySignInInput } from "@/lib/factors/schemas";
import { passkeySignInQuestion, signInWithPasskey } from "@/lib/factors/sign-in-with-passkey";
import { fromZod } from "@/lib/platform/errors";
import { answer } from "@/lib/web/action";
import { deviceToken } from "@/lib/web/device";
import { enterSession, nobodyCtx, startBrowserSession } from "@/lib/web/start-session";

export async function signInAction(input: unknown) {
  const result = await answer(nobodyCtx, () => startBrowserSession(input));
  if (result.ok) redirect("/");
  return result;
}

export async function passkeyQuestionAction(input: unknown) {
  return answer(nobodyCtx, () => passkeySignInQuestion(input));
}

export async function passkeySignInAction(input: unknown) {
  const result = await answer(nobodyCtx, async (ctx) => {
    const parsed = PasskeySignInInput.safeParse(input);
    if (!parsed.success) throw fromZod(parsed.error);
    const userAgent = (await headers()).get("user-agent");
    await enterSession(
      await signInWithPasskey(ctx, { ...parsed.data, userAgent, device: await deviceToken() }),
    );
  });
  if (result.ok) redirect("/");
  return result;
}
