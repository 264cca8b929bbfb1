import { recordView } from "@/lib/invoices/hosted";
import { piece } from "../lines";
import { readerOf, send, write } from "../scene";
import type { Story } from "../timeline";

/** An invoice whose prices include tax, with a discount on the whole. */
export const inclusivePrices: Story = (scene) => {
  let id = "";
  const issue = async () => {
    const draft = await write(scene, {
      client: "architects",
      pricesIncludeTax: true,
      adjustments: [
        {
          kind: "discount",
          description: "Ten years together",
          valueKind: "percent",
          value: "10",
          taxRateId: "",
        },
      ],
      lines: [
        piece("20", "39.90", "Model photographs"),
        { ...piece("50", "12.50", "Printed portfolios"), tax: "reduced" },
      ],
    });
    id = draft.id;
    await send(scene, draft);
  };
  return [
    { age: 6, run: issue },
    { age: 5, run: async () => recordView(await readerOf(scene, id), {}) },
  ];
};
