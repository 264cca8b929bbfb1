import {
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { and, eq, isNotNull } from "drizzle-orm";
import type { z } from "zod";
import { factors, users } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { invalid } from "@/lib/platform/errors";
import { query, verb } from "@/lib/platform/verb";
import { isOurs, newChallenge, spendChallenge } from "./challenge";
import { enrolled, ownerOf } from "./enrol";
import { handleOf } from "./passkey";
import { relyingParty } from "./relying-party";
import { AddPasskeyInput, NewPasskeyQuestionInput } from "./schemas";

/** What the browser is asked to make: a passkey that finds its person by itself and has the device verify them. */
export const newPasskeyQuestion = query("factor.write", NewPasskeyQuestionInput, async (tx, ctx) => {
  const { userId, sessionId, organizationId } = ownerOf(ctx);
  const [user] = await tx
    .select({ name: users.name, email: users.email })
    .from(users)
    .where(eq(users.id, userId));
  const known = await tx
    .select({ id: factors.credentialId })
    .from(factors)
    .where(and(eq(factors.userId, userId), isNotNull(factors.credentialId)));
  const { id, name } = relyingParty();
  return generateRegistrationOptions({
    rpID: id,
    rpName: name,
    userID: handleOf({ organizationId, userId }),
    userName: user?.email ?? "",
    userDisplayName: user?.name ?? "",
    challenge: newChallenge({ purpose: "add", sessionId }),
    excludeCredentials: known.flatMap((one) => (one.id ? [{ id: one.id }] : [])),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
});

/**
 * Adds a passkey that the browser has just made for us.
 * @throws DomainError invalid `passkeyRefused` or `passkeyKnown`
 */
export const addPasskey = verb("factor.write", AddPasskeyInput, async (tx, ctx, { id, name, answer }) => {
  const { userId, sessionId } = ownerOf(ctx);
  const checked = await check(answer, sessionId);
  if (!checked || !(await spendChallenge(tx, checked.challenge))) throw invalid("answer", "passkeyRefused");
  const { credential } = checked;
  const [added] = await tx
    .insert(factors)
    .values({
      id,
      userId,
      kind: "passkey",
      name,
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey).toString("base64url"),
      counter: credential.counter,
      transports: credential.transports ?? null,
      createdAt: clock.now(),
      confirmedAt: clock.now(),
    })
    .onConflictDoNothing()
    .returning({ id: factors.id });
  if (!added) throw invalid("answer", "passkeyKnown");
  return enrolled(tx, ctx, { id, kind: "passkey", name });
});

async function check(answer: z.output<typeof AddPasskeyInput>["answer"], sessionId: string) {
  const { id, origin } = relyingParty();
  let challenge = "";
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: answer as RegistrationResponseJSON,
      expectedChallenge: (given) => {
        challenge = given;
        return isOurs(given, { purpose: "add", sessionId });
      },
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
    });
    return verified ? { challenge, credential: registrationInfo.credential } : null;
  } catch {
    // The library throws at whatever does not fit, which here is an answer like any other: no.
    return null;
  }
}
