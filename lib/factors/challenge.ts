import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { lt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { usedChallenges } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { hashToken } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";

/** What an answer is for, and in which session; an answer to another is no answer. */
export type Challenged = { purpose: "add" | "verify"; sessionId: string } | { purpose: "sign-in" };

const MINUTES = 5;
const NONCE_BYTES = 16;
const TIME_BYTES = 6;

const tagOf = (body: Buffer, to: Challenged): Buffer =>
  createHmac("sha256", env().AUTH_SECRET)
    .update(`passkey:${to.purpose}:${"sessionId" in to ? to.sessionId : ""}:`)
    .update(body)
    .digest();

/** A challenge that nobody but us can make: nonce, expiry, and a keyed hash of both with what it is for. Nothing is stored. */
export function newChallenge(to: Challenged): Uint8Array<ArrayBuffer> {
  const expiry = Buffer.alloc(TIME_BYTES);
  expiry.writeUIntBE(clock.now().getTime() + MINUTES * 60_000, 0, TIME_BYTES);
  const body = Buffer.concat([randomBytes(NONCE_BYTES), expiry]);
  return new Uint8Array(Buffer.concat([body, tagOf(body, to)]));
}

/** Whether a challenge, in base64url, is ours, for this, and not too old. */
export function isOurs(challenge: string, to: Challenged): boolean {
  const bytes = Buffer.from(challenge, "base64url");
  const body = bytes.subarray(0, NONCE_BYTES + TIME_BYTES);
  const tag = tagOf(body, to);
  const given = bytes.subarray(NONCE_BYTES + TIME_BYTES);
  if (given.length !== tag.length || !timingSafeEqual(given, tag)) return false;
  return body.readUIntBE(NONCE_BYTES, TIME_BYTES) > clock.now().getTime();
}

/** Notes a challenge as answered, in the organization that the transaction acts for; false when it was already. */
export async function spendChallenge(tx: Tx, challenge: string): Promise<boolean> {
  const now = clock.now();
  await tx.delete(usedChallenges).where(lt(usedChallenges.expiresAt, now));
  const noted = await tx
    .insert(usedChallenges)
    .values({
      challengeHash: hashToken(challenge),
      expiresAt: new Date(now.getTime() + MINUTES * 60_000),
    })
    .onConflictDoNothing()
    .returning({ challengeHash: usedChallenges.challengeHash });
  return noted.length === 1;
}
