import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { isoCBOR } from "@simplewebauthn/server/helpers";

const ORIGIN = "http://localhost:3000";
const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest();
const url = (data: Uint8Array | string) => Buffer.from(data).toString("base64url");

/** Flags of authenticator data: present, verified, with a credential. */
const UP = 0x01;
const UV = 0x04;
const AT = 0x40;

/** An authenticator in software, with one ES256 key; answers as browsers do, also with what is wrong when asked to. */
export function authenticator() {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(16);
  let handle = "";
  let counter = 0;

  const dataOf = (rpId: string, flags: number) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count]);
  };
  const clientData = (type: string, challenge: string, origin = ORIGIN) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const envelope = { id: url(id), rawId: url(id), type: "public-key" as const, clientExtensionResults: {} };

  return {
    create(
      options: PublicKeyCredentialCreationOptionsJSON,
      wrong: { verified?: boolean; origin?: string } = {},
    ) {
      handle = options.user.id;
      const { x = "", y = "" } = publicKey.export({ format: "jwk" });
      const cose = isoCBOR.encode(
        new Map<number, number | Uint8Array>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, new Uint8Array(Buffer.from(x, "base64url"))],
          [-3, new Uint8Array(Buffer.from(y, "base64url"))],
        ]),
      );
      const data = Buffer.concat([
        dataOf(options.rp.id ?? "", UP | AT | (wrong.verified === false ? 0 : UV)),
        Buffer.alloc(16),
        Buffer.from([0, id.length]),
        id,
        cose,
      ]);
      const attestation = new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", new Uint8Array(data)],
      ]);
      return {
        ...envelope,
        response: {
          clientDataJSON: url(clientData("webauthn.create", options.challenge, wrong.origin)),
          attestationObject: url(isoCBOR.encode(attestation as never)),
          transports: ["internal"],
        },
      };
    },
    get(
      options: PublicKeyCredentialRequestOptionsJSON,
      wrong: { verified?: boolean; origin?: string; counter?: number; handle?: string } = {},
    ) {
      counter = wrong.counter ?? counter + 1;
      const data = dataOf(options.rpId ?? "", UP | (wrong.verified === false ? 0 : UV));
      const json = clientData("webauthn.get", options.challenge, wrong.origin);
      const signature = createSign("sha256").update(data).update(sha256(json)).sign(privateKey);
      return {
        ...envelope,
        response: {
          clientDataJSON: url(json),
          authenticatorData: url(data),
          signature: url(signature),
          userHandle: wrong.handle ?? handle,
        },
      };
    },
  };
}
