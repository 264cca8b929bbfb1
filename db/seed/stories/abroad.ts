import { day, piece } from "../lines";
import { transfer } from "../payments";
import { send, write } from "../scene";
import type { Story } from "../timeline";

/** An invoice in US dollars, paid when a dollar was worth more than on its day. */
export const inDollars: Story = (scene) => {
  let id = "";
  const issue = async () => {
    const draft = await write(scene, {
      client: "harbour",
      currency: "USD",
      exchangeRate: "0.9212",
      lines: [{ ...day("7", "750", "Harbour map and signs"), tax: "export" }],
    });
    id = draft.id;
    await send(scene, draft);
  };
  const pay = () =>
    transfer(scene, {
      client: "harbour",
      currency: "USD",
      exchangeRate: "0.9345",
      amount: "5250",
      reference: "Demo wire",
      invoices: [{ id }],
    });
  return [
    { age: 68, run: issue },
    { age: 51, run: pay },
  ];
};

/** An invoice whose tax the client owes, to its tax number in another country. */
export const reverseCharged: Story = (scene) => {
  const issue = async () => {
    const line = piece("1", "2600", "Dealer catalogue");
    await send(scene, await write(scene, { client: "bicycles", lines: [{ ...line, tax: "reverseCharge" }] }));
  };
  return [{ age: 8, run: issue }];
};
