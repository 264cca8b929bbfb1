import { Refused, signIn } from "@/lib/auth/next-auth";
import { SignInInput } from "@/lib/auth/schemas";
import { newTicket } from "@/lib/auth/ticket";
import type { Ctx } from "@/lib/platform/context";
import { fromZod } from "@/lib/platform/errors";
import { deviceToken } from "./device";
import { requestCtx } from "./request";

/** For people who are about to prove who they are, whoever this browser may be signed in as. */
export const nobodyCtx = (): Promise<Ctx> => requestCtx({ kind: "anonymous", organizationId: null });

/**
 * Signs this browser in and sets its cookie; for server actions.
 * @throws DomainError invalid, with `wrongCredentials` when email and password don't match; too_many
 */
export async function startBrowserSession(input: unknown): Promise<void> {
  const parsed = SignInInput.safeParse(input);
  if (!parsed.success) throw fromZod(parsed.error);
  try {
    await signIn("credentials", { ...parsed.data, device: await deviceToken(), redirect: false });
  } catch (error) {
    if (error instanceof Refused) throw error.problem;
    throw error;
  }
}

/** Puts a session that was just started into this browser's cookie; for server actions. */
export async function enterSession(started: { sessionId: string; userId: string }): Promise<void> {
  await signIn("ticket", { ticket: newTicket(started), redirect: false });
}
