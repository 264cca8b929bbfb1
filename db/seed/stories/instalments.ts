import { setPaymentPlan } from "@/lib/invoices/set-payment-plan";
import { piece } from "../lines";
import { payByCard } from "../payments";
import { dayAfter, send, write } from "../scene";
import type { Story } from "../timeline";

/** An invoice in three instalments, the first of which was paid. */
export const paidInInstalments: Story = (scene) => {
  let id = "";
  const issue = async () => {
    const lines = [piece("1", "3000", "Website, first stage")];
    const draft = await write(scene, { client: "gardens", lines });
    id = draft.id;
    const instalments = [14, 44, 74].map((days) => ({ dueDate: dayAfter(days), amount: "1190" }));
    await send(scene, await setPaymentPlan(scene.accountant, { ...draft, instalments }));
  };
  return [
    { age: 19, run: issue },
    { age: 11, run: () => payByCard(scene, id, 1) },
  ];
};
