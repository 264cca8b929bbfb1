import { createCreditNote } from "@/lib/invoices/create-credit-note";
import { finalizeInvoice } from "@/lib/invoices/finalize";
import { voidInvoice } from "@/lib/invoices/void";
import { writeOffInvoice } from "@/lib/invoices/write-off";
import { newId } from "@/lib/platform/ids";
import { day, hour, piece } from "../lines";
import { send, write } from "../scene";
import type { Story } from "../timeline";

/** A credit note over two of eight pieces, taken off what the invoice owes. */
export const creditedInPart: Story = (scene) => {
  let id = "";
  const issue = async () => {
    const draft = await write(scene, { client: "bakery", lines: [piece("8", "120", "Enamel signs")] });
    id = draft.id;
    await send(scene, draft);
  };
  const credit = async () => {
    const note = await createCreditNote(scene.accountant, { id, newId: newId() });
    const lines = [piece("2", "120", "Enamel signs, damaged on the way")];
    await send(scene, await write(scene, { id: note.id, version: 1, client: "bakery", lines }));
  };
  return [
    { age: 13, run: issue },
    { age: 7, run: credit },
  ];
};

/** An invoice that was too small to be chased any longer. */
export const writtenOff: Story = (scene) => {
  let id = "";
  const issue = async () => {
    const draft = await write(scene, { client: "publisher", lines: [hour("0.25", "95", "Proof by post")] });
    id = draft.id;
    await send(scene, draft);
  };
  const reason = "Not worth another letter";
  return [
    { age: 112, run: issue },
    { age: 41, run: () => writeOffInvoice(scene.accountant, { id, reason }) },
  ];
};

/** An invoice to the wrong client, which keeps its number. */
export const voided: Story = (scene) => {
  let id = "";
  const issue = async () => {
    const draft = await write(scene, { client: "gardens", lines: [day("3", "680", "Facade study")] });
    id = draft.id;
    await finalizeInvoice(scene.accountant, draft);
  };
  const reason = "Issued to the wrong client";
  return [
    { age: 54, run: issue },
    { age: 53, run: () => voidInvoice(scene.accountant, { id, reason }) },
  ];
};
