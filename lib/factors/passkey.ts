import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
} from "@simplewebauthn/server";
import { and, eq, lt } from "drizzle-orm";
import { parse, stringify } from "uuid";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { factors } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { invalid } from "@/lib/platform/errors";
import { type Challenged, isOurs, newChallenge, spendChallenge } from "./challenge";
import { relyingParty } from "./relying-party";
import type { PasskeyAnswer } from "./schemas";

/** A member: the factors of one person in one organization. */
export type Member = { organizationId: string; userId: string };

const ID_BYTES = 16;

/** What a passkey keeps of whose it is: both ids, so that it can sign in without an email address. */
export const handleOf = ({ organizationId, userId }: Member): Uint8Array<ArrayBuffer> =>
  new Uint8Array([...parse(organizationId), ...parse(userId)]);

/** Whose passkey has answered, by its own account; null for what is no handle of ours. */
export function memberOf(handle: string | undefined): Member | null {
  const bytes = Buffer.from(handle ?? "", "base64url");
  try {
    return { organizationId: stringify(bytes), userId: stringify(bytes, ID_BYTES) };
  } catch {
    return null;
  }
}

/** What the browser is asked: any passkey of ours, or one of those that are named. */
export const passkeyQuestion = (
  to: Challenged,
  known?: { id: string; transports: string[] | null }[],
): Promise<PublicKeyCredentialRequestOptionsJSON> =>
  generateAuthenticationOptions({
    rpID: relyingParty().id,
    challenge: newChallenge(to),
    userVerification: "required",
    ...(known
      ? { allowCredentials: known.map(({ id, transports }) => ({ id, transports: transports ?? [] })) }
      : {}),
  });

/**
 * Takes a passkey's answer, once: to our own challenge, on our own pages, by a person whom the device has verified, and
 * with a counter that has gone on (WebAuthn, 7.2).
 * @throws DomainError invalid `passkeyRefused`
 */
export async function takePasskey(
  tx: Tx,
  { organizationId, userId }: Member,
  answer: z.output<typeof PasskeyAnswer>,
  to: Challenged,
): Promise<string> {
  const own = and(eq(factors.organizationId, organizationId), eq(factors.userId, userId));
  const [factor] = await tx
    .select()
    .from(factors)
    .where(and(own, eq(factors.credentialId, answer.id)));
  if (!factor?.publicKey) throw refused();
  const { publicKey, counter, id } = factor;
  const checked = await check(
    answer,
    { id: answer.id, publicKey: Buffer.from(publicKey, "base64url"), counter },
    to,
  );
  if (!checked || !(await spendChallenge(tx, checked.challenge))) throw refused();
  // Passkeys that are copied between devices count nothing and say zero.
  const goesOn = checked.counter === 0 ? eq(factors.counter, 0) : lt(factors.counter, checked.counter);
  const [used] = await tx
    .update(factors)
    .set({ counter: checked.counter, lastUsedAt: clock.now() })
    .where(and(own, eq(factors.id, id), goesOn))
    .returning({ id: factors.id });
  if (!used) throw refused();
  return used.id;
}

const refused = () => invalid("answer", "passkeyRefused");

type Credential = { id: string; publicKey: Uint8Array; counter: number };

async function check(answer: z.output<typeof PasskeyAnswer>, credential: Credential, to: Challenged) {
  const { id, origin } = relyingParty();
  let challenge = "";
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer as AuthenticationResponseJSON,
      expectedChallenge: (given) => {
        challenge = given;
        return isOurs(given, to);
      },
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      credential: { ...credential, publicKey: new Uint8Array(credential.publicKey) },
    });
    return verified ? { challenge, counter: authenticationInfo.newCounter } : null;
  } catch {
    // The library throws at whatever does not fit, which here is an answer like any other: no.
    return null;
  }
}
