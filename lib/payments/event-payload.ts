import { type Owner, sealedRecord } from "@/lib/platform/sealed-fields";

type Payload = Record<string, unknown>;

const payload = sealedRecord<Payload, "webhook_inbox">("webhook_inbox", "payload_sealed", {});

/** A gateway's event as it is stored: it may name its payer's address and phone number. */
export const sealPayload = (owner: Owner, event: Payload): string | null => payload.seal(owner, event);

/** A stored event as the gateway sent it. */
export const openPayload = (event: Owner & { payloadSealed: string | null }): Payload =>
  payload.open(event, event.payloadSealed);
