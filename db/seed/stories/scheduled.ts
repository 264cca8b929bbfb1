import { scheduleInvoice } from "@/lib/invoices/schedule";
import { hour } from "../lines";
import { dayAfter, write } from "../scene";
import type { Story } from "../timeline";

/** A draft that issues and sends itself in ten days. */
export const scheduledDraft: Story = (scene) => {
  const schedule = async () => {
    const draft = await write(scene, { client: "bicycles", lines: [hour("6", "95", "Newsletter")] });
    await scheduleInvoice(scene.accountant, { ...draft, on: dayAfter(11) });
  };
  return [{ age: 1, run: schedule }];
};
