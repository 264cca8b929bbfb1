import { hash, verify } from "@node-rs/argon2";

/** OWASP's Password Storage Cheat Sheet asks for argon2id with at least 19 MiB; this is 64 MiB, three passes. */
const PARAMETERS = { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 };

// Each hash takes 64 MiB: at most two at once, the rest wait their turn.
let free = 2;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (free > 0) free -= 1;
  else await new Promise<void>((go) => waiting.push(go));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, PARAMETERS));

let decoy: Promise<string> | undefined;

/** Whether the password is right. Without a hash (unknown user) it takes the same time and says no. */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword("nobody has this password");
  const against = passwordHash ?? (await decoy);
  const right = await inTurn(() => verify(against, password));
  return right && passwordHash !== undefined;
}
