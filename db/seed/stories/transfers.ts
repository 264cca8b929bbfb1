import { day, hour } from "../lines";
import { transfer } from "../payments";
import { send, write } from "../scene";
import type { Story } from "../timeline";

/** A bank transfer over a part of an invoice. */
export const partialTransfer: Story = (scene) => {
  let id = "";
  const issue = async () => {
    const lines = [day("5", "680", "Almanac layout")];
    const draft = await write(scene, { client: "publisher", reference: "DEMO-PO-17", lines });
    id = draft.id;
    await send(scene, draft);
  };
  const pay = () =>
    transfer(scene, {
      client: "publisher",
      amount: "2000",
      reference: "Demo transfer, first part",
      invoices: [{ id, amount: "2000" }],
    });
  return [
    { age: 26, run: issue },
    { age: 13, run: pay },
  ];
};

/** One bank transfer over two invoices, with a rest that stays as the client's credit. */
export const sharedTransfer: Story = (scene) => {
  const ids: string[] = [];
  const issue = async (description: string) => {
    const draft = await write(scene, { client: "bakery", lines: [hour("4", "95", description)] });
    ids.push(draft.id);
    await send(scene, draft);
  };
  const pay = () =>
    transfer(scene, {
      client: "bakery",
      amount: "1000",
      reference: "Demo transfer for two invoices",
      invoices: ids.map((id) => ({ id })),
    });
  return [
    { age: 74, run: () => issue("Price tags") },
    { age: 71, run: () => issue("Opening hours sign") },
    { age: 63, run: pay },
  ];
};
