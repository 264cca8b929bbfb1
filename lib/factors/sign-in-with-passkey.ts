import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { memberships } from "@/db/schema";
import { startSession } from "@/lib/auth/start-session";
import { actAs } from "@/lib/platform/context";
import { fromZod, invalid } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { memberOf, passkeyQuestion, takePasskey } from "./passkey";
import { PasskeyQuestionInput, PasskeySignInInput } from "./schemas";

/** The question for a person who signs in without email and password. @throws DomainError invalid */
export async function passkeySignInQuestion(raw: unknown) {
  const parsed = PasskeyQuestionInput.safeParse(raw);
  if (!parsed.success) throw fromZod(parsed.error);
  return passkeyQuestion({ purpose: parsed.data.purpose });
}

const Input = PasskeySignInInput.extend({
  userAgent: z.string().nullable(),
  device: z.string().nullable().default(null),
});

/**
 * Signs a person in by passkey alone: having the device and being verified by it are two factors.
 * @throws DomainError invalid `passkeyRefused`: the same for a passkey that is unknown, removed, or a deactivated user's
 */
export const signInWithPasskey = verb("session.start", Input, async (tx, ctx, input) => {
  const { answer, userAgent, device } = input;
  const member = memberOf(answer.response.userHandle);
  if (!member) throw invalid("answer", "passkeyRefused");
  await actAs(tx, { kind: "anonymous", organizationId: member.organizationId });
  const [active] = await tx
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(
      and(
        eq(memberships.organizationId, member.organizationId),
        eq(memberships.userId, member.userId),
        eq(memberships.status, "active"),
      ),
    );
  if (!active) throw invalid("answer", "passkeyRefused");
  const factorId = await takePasskey(tx, member, answer, { purpose: "sign-in" });
  await ctx.audit({
    action: "session.verify",
    subjectType: "user",
    subjectId: member.userId,
    after: { method: "passkey", factorId },
  });
  return startSession.within(tx, ctx, { ...member, userAgent, device, by: "factor" });
});
