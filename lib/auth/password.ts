import { createHmac } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { env } from "@/lib/platform/env";
import type { Pepper } from "@/lib/platform/peppers";
import { turns } from "@/lib/platform/turns";

/** OWASP's Password Storage Cheat Sheet asks for argon2id with at least 19 MiB; this is 64 MiB, three passes. */
const PARAMETERS = { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 };

/** What is kept of a password, in the words of the table of users. */
export type StoredPassword = { passwordHash: string; pepperVersion: number | null };

// Each hash takes 64 MiB: at most two at once, the rest wait their turn.
const inTurn = turns(2);

const current = (): Pepper | undefined => env().PASSWORD_PEPPER[0];

function pepper(version: number | null): Pepper | undefined {
  if (version === null) return undefined;
  const found = env().PASSWORD_PEPPER.find((one) => one.version === version);
  if (!found)
    throw new Error(`A password was hashed with pepper v${version}, which PASSWORD_PEPPER does not hold`);
  return found;
}

// The same characters may be typed as different code points (NIST SP 800-63B-4, 3.1.1.2).
function mixed(password: string, pepper: Pepper | undefined): string {
  const text = password.normalize("NFKC");
  return pepper ? createHmac("sha256", pepper.key).update(text).digest("base64") : text;
}

/** Hashes a password with the newest pepper. */
export async function hashPassword(password: string): Promise<StoredPassword> {
  const newest = current();
  const passwordHash = await inTurn(() => hash(mixed(password, newest), PARAMETERS));
  return { passwordHash, pepperVersion: newest?.version ?? null };
}

let decoy: Promise<StoredPassword> | undefined;

/**
 * Whether the password is right. Without a stored one (unknown user) it takes the same time and says no.
 * @throws Error for a pepper that the environment no longer holds: the operator must bring it back
 */
export async function verifyPassword(stored: StoredPassword | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword("nobody has this password");
  const { passwordHash, pepperVersion } = stored ?? (await decoy);
  const text = mixed(password, pepper(pepperVersion));
  const right = await inTurn(() => verify(passwordHash, text));
  return right && stored !== undefined;
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/;

/** Whether a password would be hashed more strongly today: with other parameters or a newer pepper. */
export function isOutdated({ passwordHash, pepperVersion }: StoredPassword): boolean {
  const [, memory, time, parallelism] = PHC.exec(passwordHash)?.map(Number) ?? [];
  const weaker =
    memory !== PARAMETERS.memoryCost ||
    time !== PARAMETERS.timeCost ||
    parallelism !== PARAMETERS.parallelism;
  return weaker || (current()?.version ?? 0) > (pepperVersion ?? 0);
}
