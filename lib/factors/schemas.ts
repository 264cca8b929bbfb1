import { z } from "zod";
import { id, text } from "@/lib/core/fields";
import { over } from "@/lib/core/problem";

/** Six digits, however they were spaced. */
const sixDigits = z
  .string("required")
  .transform((value) => value.replace(/\s/g, ""))
  .pipe(z.string().regex(/^\d{6}$/, "sixDigits"));

const base64url = z
  .string("invalid")
  .regex(/^[\w-]+$/, "invalid")
  .max(20_000, "invalid");

const shared = {
  id: base64url,
  rawId: base64url,
  type: z.literal("public-key", "invalid"),
  clientExtensionResults: z.looseObject({}, "invalid"),
  authenticatorAttachment: z.enum(["platform", "cross-platform"], "invalid").optional(),
};

/** What a browser answers when it was asked for a passkey. */
export const PasskeyAnswer = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    /** Empty or absent from devices that keep none. */
    userHandle: z.string("invalid").max(200, "invalid").optional(),
  }),
});

/** What a browser answers when it has made one. */
const NewPasskey = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
});

export const CodeProof = z.object({ method: z.literal("code"), code: sixDigits });
export const RecoveryProof = z.object({
  method: z.literal("recovery"),
  code: z.string("required").trim().min(1, "required").max(100, over("tooLong", 100)),
});
export const PasswordProof = z.object({
  method: z.literal("password"),
  password: z.string("required").min(1, "required").max(1024, over("tooLong", 1024)),
});
const PasskeyProof = z.object({ method: z.literal("passkey"), answer: PasskeyAnswer });

/** A proof of being oneself, as typed or as the browser gave it. */
export const ProofInput = z.discriminatedUnion(
  "method",
  [CodeProof, RecoveryProof, PasskeyProof, PasswordProof],
  "invalid",
);

export const PasskeyQuestionInput = z.object({ purpose: z.literal("sign-in", "invalid") });
export const NewPasskeyQuestionInput = z.object({ purpose: z.literal("add", "invalid") });
export const WaysInput = z.object({ purpose: z.literal("verify", "invalid") });
export const PasskeySignInInput = z.object({ answer: PasskeyAnswer });

const name = text(60);

/** Says what is begun, so that nothing is by accident. */
export const StartTotpInput = z.object({ kind: z.literal("totp", "invalid") });
export const ConfirmTotpInput = z.object({ id, name, code: sixDigits });
export const AddPasskeyInput = z.object({ id, name, answer: NewPasskey });
export const FactorIdInput = z.object({ id });
export const RenameFactorInput = z.object({ id, name });
export const ResetFactorsInput = z.object({ userId: id });

export type Proof = z.output<typeof ProofInput>;
