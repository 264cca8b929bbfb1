import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { z } from "zod";

/** The end of an organization's chain at one moment, signed with Ed25519: whoever cuts the chain off before it is found out. */
const Head = z.object({
  organization: z.uuid(),
  seq: z.number().int().positive(),
  /** Hexadecimal. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** ISO instant. */
  at: z.string(),
  /** The public key, and the signature: base64url. */
  key: z.string(),
  signature: z.string(),
});
export type SignedHead = z.infer<typeof Head>;

/** DER of a PKCS #8 private key of Ed25519, before its 32 bytes (RFC 8410, 7). */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");

/** The private key of which AUDIT_SIGNING_KEY holds the 32 bytes as base64url. */
export const signingKey = (secret: string): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([PKCS8, Buffer.from(secret, "base64url")]),
    format: "der",
    type: "pkcs8",
  });

/** The public half of a key, base64url: what an auditor needs to check signatures. */
export const publicKeyOf = (key: KeyObject): string => createPublicKey(key).export({ format: "jwk" }).x ?? "";

const signedText = ({ organization, seq, hash, at }: Omit<SignedHead, "key" | "signature">): Buffer =>
  Buffer.from(["counterfoil audit head 1", organization, seq, hash, at].join("\n"));

export function signHead(key: KeyObject, head: Omit<SignedHead, "key" | "signature">): SignedHead {
  const signature = sign(null, signedText(head), key).toString("base64url");
  return { ...head, key: publicKeyOf(key), signature };
}

/** Whether a head was signed by the owner of the key that it names. */
export function isSigned(head: SignedHead): boolean {
  try {
    const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: head.key }, format: "jwk" });
    return verify(null, signedText(head), key, Buffer.from(head.signature, "base64url"));
  } catch {
    return false;
  }
}

/** The heads in a file of one JSON object per line, and the numbers of the lines that are none. */
export function readHeads(text: string): { heads: SignedHead[]; unreadable: number[] } {
  const heads: SignedHead[] = [];
  const unreadable: number[] = [];
  text.split("\n").forEach((line, index) => {
    if (line === "") return;
    const head = Head.safeParse(parsed(line));
    if (head.success) heads.push(head.data);
    else unreadable.push(index + 1);
  });
  return { heads, unreadable };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
