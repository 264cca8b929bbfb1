import { addDays, dateIn } from "@/lib/core/dates";
import { finalizeInvoice } from "@/lib/invoices/finalize";
import { findLinkActor } from "@/lib/invoices/hosted";
import { ensureLink, linkToken } from "@/lib/invoices/links";
import { saveInvoice } from "@/lib/invoices/save";
import type { InvoiceForm } from "@/lib/invoices/schemas";
import { sendInvoice } from "@/lib/invoices/send";
import { clock } from "@/lib/platform/clock";
import { type Ctx, transaction } from "@/lib/platform/context";
import { newId } from "@/lib/platform/ids";
import type { ClientName, Clients } from "./clients";
import type { Taxes } from "./taxes";

export const TIME_ZONE = "Europe/Berlin";

export type Scene = { accountant: Ctx; clients: Clients; tax: Taxes };

export type Line = {
  description: string;
  quantity: string;
  unit: string;
  unitPrice: string;
  /** In percent. */
  discount?: string;
  tax?: keyof Taxes;
};

type Sketch = Partial<Omit<InvoiceForm, "clientId" | "lines">> & {
  client: ClientName;
  lines: readonly Line[];
  id?: string;
  version?: number;
  kind?: "invoice" | "quote";
};

export type Draft = { id: string; version: number };

/** The ISO date so many days after the day that the clock shows, where the demo's organization is. */
export const dayAfter = (days = 0): string => addDays(dateIn(clock.now(), TIME_ZONE), days);

/** Saves a draft as the editor does. */
export function write(scene: Scene, { client, lines, ...fields }: Sketch): Promise<Draft> {
  return saveInvoice(scene.accountant, {
    id: newId(),
    version: null,
    currency: "EUR",
    ...fields,
    clientId: scene.clients[client],
    lines: lines.map(({ tax = "standard", discount = "", ...line }) => ({
      ...line,
      discount,
      discountKind: "percent",
      taxRateId: scene.tax[tax],
    })),
  });
}

/** Issues a draft and sends it to its client. */
export async function send(scene: Scene, draft: Draft): Promise<void> {
  await finalizeInvoice(scene.accountant, draft);
  await sendInvoice(scene.accountant, { id: draft.id });
}

/** Whoever holds the link of a document that was sent. */
export async function readerOf(scene: Scene, id: string): Promise<Ctx> {
  const linkId = await transaction(scene.accountant.actor, (tx) => ensureLink(tx, id));
  const actor = await findLinkActor(linkToken(linkId));
  if (!actor) throw new Error("The link that was just made is not there");
  return { actor, requestId: "demo", ip: null };
}
