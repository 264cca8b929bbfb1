import type { PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/browser";
import type { Ways } from "@/lib/factors/proof";
import type { ownFactors } from "@/lib/factors/queries";
import type { ActionResult } from "@/lib/web/action";

export type Action<T = unknown> = (input: unknown) => Promise<ActionResult<T>>;
export type { Ways };
export type Method = "code" | "passkey" | "recovery" | "password";
export type OwnFactors = Awaited<ReturnType<typeof ownFactors>>;
export type Factor = OwnFactors["list"][number];
/** What adding a factor answers: recovery codes to show, when it is the first. */
export type Added = { codes: string[] };

/** The server actions that add a factor. */
export type AddActions = {
  startApp: Action<Begun>;
  confirmApp: Action<Added>;
  passkeyQuestion: Action<PublicKeyCredentialCreationOptionsJSON>;
  addPasskey: Action<Added>;
};

/** An app's secret, ready to be scanned. */
export type Begun = { id: string; secret: string; address: string; squares: string[] };
