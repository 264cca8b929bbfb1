import { createHash, createHmac, randomBytes } from "node:crypto";

/** A new unguessable token: 256 bits, URL-safe. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What is stored of a token. Tokens have full entropy, so a plain hash is enough. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("base64url");

/** A token that can be made again from its row's id and the secret, and so need not be stored. */
export const deriveToken = (purpose: string, id: string, secret: string): string =>
  createHmac("sha256", secret).update(`${purpose}:${id}`).digest("base64url");

/** What a file's bytes are known by: SHA-256, hexadecimal. */
export const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
