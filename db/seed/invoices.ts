import { finalizeInvoice } from "@/lib/invoices/finalize";
import { recordView } from "@/lib/invoices/hosted";
import { sendInvoice } from "@/lib/invoices/send";
import type { ClientName } from "./clients";
import { payByCard } from "./payments";
import { type Line, readerOf, type Scene, write } from "./scene";
import type { Step } from "./timeline";

const FATES = ["draft", "open", "sent", "viewed", "paid"] as const;

export type InvoicePlan = {
  /** Days before now. */
  age: number;
  client: ClientName;
  fate: (typeof FATES)[number];
  lines: readonly Line[];
};

/** One invoice's life, as far as its fate goes: written, issued, sent, looked at, paid. */
export function invoiceSteps(scene: Scene, { age, client, fate, lines }: InvoicePlan): Step[] {
  let id = "";
  const comesTo = (stage: InvoicePlan["fate"]) => FATES.indexOf(fate) >= FATES.indexOf(stage);
  const issue = async () => {
    const draft = await write(scene, { client, lines });
    id = draft.id;
    if (comesTo("open")) await finalizeInvoice(scene.accountant, draft);
    if (comesTo("sent")) await sendInvoice(scene.accountant, { id });
  };
  const steps: Step[] = [{ age, run: issue }];
  if (comesTo("viewed"))
    steps.push({ age: age - 1, run: async () => recordView(await readerOf(scene, id), {}) });
  if (comesTo("paid")) steps.push({ age: age - 6 - (age % 5), run: () => payByCard(scene, id) });
  return steps;
}
