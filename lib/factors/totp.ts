import { generateSecret, generateURI, verifySync } from "otplib";
import { clock } from "@/lib/platform/clock";
import { type Owner, sealedText } from "@/lib/platform/sealed-fields";

const PERIOD = 30;

const sealedSecret = sealedText("factors", "secret_sealed");

/** A new secret for an authenticator app: 160 bits (RFC 4226, 4 R6), base32, and the same sealed for its row. */
export function newSecret(factor: Owner) {
  const secret = generateSecret();
  return { secret, secretSealed: sealedSecret.seal(factor, secret) };
}

/**
 * An unconfirmed factor's secret, to be shown once more.
 * @throws Error for a factor without one: an empty secret would accept codes that anybody can compute
 */
export function secretOf(factor: Owner & { secretSealed: string | null }): string {
  const secret = sealedSecret.open(factor, factor.secretSealed);
  if (!secret) throw new Error(`The factor ${factor.id} has no secret`);
  return secret;
}

/** What an app reads from the QR code. */
export const appAddress = (secret: string, label: string, issuer: string): string =>
  generateURI({ issuer, label, secret });

/**
 * The time step of a code of six digits, or null when it is none of this secret's: the present one or a neighbour,
 * as clocks differ (RFC 6238, 5.2 and 6).
 */
export function stepOf(factor: Owner & { secretSealed: string | null }, code: string): number | null {
  const epoch = Math.floor(clock.now().getTime() / 1000);
  const result = verifySync({ secret: secretOf(factor), token: code, epoch, epochTolerance: PERIOD });
  return result.valid && "timeStep" in result ? result.timeStep : null;
}
