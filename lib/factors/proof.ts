import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import { and, eq, isNotNull, lt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { factors } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { invalid } from "@/lib/platform/errors";
import type { Challenged } from "./challenge";
import { type Member, passkeyQuestion, takePasskey } from "./passkey";
import { codesLeft, spendCode } from "./recovery";
import type { Proof } from "./schemas";
import { stepOf } from "./totp";

/** How a person can prove to be themselves. The password serves only a person without any factor. */
export type Ways = {
  code: boolean;
  passkey: PublicKeyCredentialRequestOptionsJSON | null;
  recovery: boolean;
  password: boolean;
};

const confirmed = ({ organizationId, userId }: Member) =>
  and(eq(factors.organizationId, organizationId), eq(factors.userId, userId), isNotNull(factors.confirmedAt));

/** The ways that a member has, with the question for their passkeys. */
export async function waysOf(tx: Tx, member: Member, to: Challenged): Promise<Ways> {
  const own = await tx.select().from(factors).where(confirmed(member));
  const passkeys = own.flatMap(({ credentialId, transports }) =>
    credentialId ? [{ id: credentialId, transports }] : [],
  );
  return {
    code: own.some(({ kind }) => kind === "totp"),
    passkey: passkeys.length > 0 ? await passkeyQuestion(to, passkeys) : null,
    recovery: (await codesLeft(tx, member.userId)) > 0,
    password: own.length === 0,
  };
}

/**
 * Takes a proof by a factor, once, in a transaction that acts for nobody in the member's organization.
 * Returns the factor's id; null for a recovery code.
 * @throws DomainError invalid `wrongCode`, `wrongRecoveryCode` or `passkeyRefused`
 */
export async function takeProof(
  tx: Tx,
  member: Member,
  proof: Exclude<Proof, { method: "password" }>,
  to: Challenged,
): Promise<string | null> {
  if (proof.method === "passkey") return takePasskey(tx, member, proof.answer, to);
  if (proof.method === "code") return takeCode(tx, member, proof.code);
  if (!(await spendCode(tx, member.userId, proof.code))) throw invalid("code", "wrongRecoveryCode");
  return null;
}

async function takeCode(tx: Tx, member: Member, code: string): Promise<string> {
  const apps = await tx
    .select()
    .from(factors)
    .where(and(confirmed(member), eq(factors.kind, "totp")));
  for (const app of apps) {
    const step = stepOf(app, code);
    if (step === null) continue;
    // Of many who send the same code at once, one finds an older step here.
    const [used] = await tx
      .update(factors)
      .set({ lastStep: step, lastUsedAt: clock.now() })
      .where(and(confirmed(member), eq(factors.id, app.id), lt(factors.lastStep, step)))
      .returning({ id: factors.id });
    if (used) return used.id;
  }
  throw invalid("code", "wrongCode");
}
