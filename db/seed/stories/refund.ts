import { refundPayment } from "@/lib/payments/refund";
import { newId } from "@/lib/platform/ids";
import { hour } from "../lines";
import { transfer } from "../payments";
import { dayAfter, send, write } from "../scene";
import type { Story } from "../timeline";

/** A bank transfer that was too much, of which the rest went back. */
export const refundedInPart: Story = (scene) => {
  let id = "";
  let paymentId = "";
  const issue = async () => {
    const draft = await write(scene, {
      client: "publisher",
      lines: [hour("10", "95", "Index and captions")],
    });
    id = draft.id;
    await send(scene, draft);
  };
  const pay = async () => {
    const reference = "Demo transfer, too much";
    ({ id: paymentId } = await transfer(scene, {
      client: "publisher",
      amount: "1310.50",
      reference,
      invoices: [{ id }],
    }));
  };
  const giveBack = () =>
    refundPayment(scene.accountant, {
      id: newId(),
      paymentId,
      amount: "180",
      refundable: "131050",
      method: "bank_transfer",
      refundedOn: dayAfter(),
      reason: "Paid too much",
    });
  return [
    { age: 45, run: issue },
    { age: 39, run: pay },
    { age: 37, run: giveBack },
  ];
};
