import { generateSecret, generateURI, verifySync } from "otplib";
import { clock } from "@/lib/platform/clock";
import { open, type Place, seal } from "@/lib/platform/seal";

const PERIOD = 30;

/** Where an app's secret is sealed. */
const placeOf = (factor: { organizationId: string; id: string }): Place => ({
  table: "factors",
  column: "secret_sealed",
  id: factor.id,
  organizationId: factor.organizationId,
});

/** A new secret for an authenticator app: 160 bits (RFC 4226, 4 R6), base32, and the same sealed for its row. */
export function newSecret(factor: { organizationId: string; id: string }) {
  const secret = generateSecret();
  return { secret, secretSealed: seal(secret, placeOf(factor)) };
}

/** An unconfirmed factor's secret, to be shown once more. */
export const secretOf = (factor: {
  organizationId: string;
  id: string;
  secretSealed: string | null;
}): string => open(factor.secretSealed ?? "", placeOf(factor));

/** What an app reads from the QR code. */
export const appAddress = (secret: string, label: string, issuer: string): string =>
  generateURI({ issuer, label, secret });

/**
 * The time step of a code of six digits, or null when it is none of this secret's: the present one or a neighbour,
 * as clocks differ (RFC 6238, 5.2 and 6).
 */
export function stepOf(
  factor: { organizationId: string; id: string; secretSealed: string | null },
  code: string,
): number | null {
  const epoch = Math.floor(clock.now().getTime() / 1000);
  const result = verifySync({ secret: secretOf(factor), token: code, epoch, epochTolerance: PERIOD });
  return result.valid && "timeStep" in result ? result.timeStep : null;
}
