import { recordView } from "@/lib/invoices/hosted";
import { newId } from "@/lib/platform/ids";
import { answerQuote } from "@/lib/quotes/answer";
import { createDeposit } from "@/lib/quotes/create-deposit";
import { invoiceQuote } from "@/lib/quotes/invoice-quote";
import { day, piece } from "../lines";
import { payByCard } from "../payments";
import { readerOf, send, write } from "../scene";
import type { Story } from "../timeline";

/** A quote that its reader has still to answer. */
export const openQuote: Story = (scene) => {
  let id = "";
  const ask = async () => {
    const lines = [
      day("6", "680", "Bread bag series, concept"),
      day("4", "680", "Bread bag series, artwork"),
    ];
    const draft = await write(scene, { kind: "quote", client: "bakery", lines });
    id = draft.id;
    await send(scene, draft);
  };
  return [
    { age: 4, run: ask },
    { age: 3, run: async () => recordView(await readerOf(scene, id), {}) },
  ];
};

/** A quote that its reader declined. */
export const declinedQuote: Story = (scene) => {
  let id = "";
  const ask = async () => {
    const lines = [piece("1", "5400", "Company film, two minutes")];
    const draft = await write(scene, { kind: "quote", client: "publisher", lines });
    id = draft.id;
    await send(scene, draft);
  };
  const decline = async () =>
    answerQuote(await readerOf(scene, id), {
      id,
      answer: "declined",
      name: "Demo Person Four",
      note: "Not this year, thank you.",
    });
  return [
    { age: 62, run: ask },
    { age: 57, run: decline },
  ];
};

/** A quote that was accepted, asked for a deposit of 30 %, and became an invoice less that deposit. */
export const acceptedQuote: Story = (scene) => {
  let quoteId = "";
  let depositId = "";
  const ask = async () => {
    const lines = [day("9", "680", "Exhibition design"), piece("6", "240", "Display panels")];
    const draft = await write(scene, { kind: "quote", client: "gardens", lines });
    quoteId = draft.id;
    await send(scene, draft);
  };
  const accept = async () => {
    const answer = { answer: "accepted", name: "Demo Person Five", note: "Please begin in spring." };
    await answerQuote(await readerOf(scene, quoteId), { id: quoteId, ...answer });
  };
  const askDeposit = async () => {
    const share = { kind: "percent", value: "30" };
    const made = await createDeposit(scene.accountant, { id: quoteId, newId: newId(), ...share });
    depositId = made.id;
    await send(scene, { id: depositId, version: 1 });
  };
  const invoiceTheRest = async () => {
    const { id } = await invoiceQuote(scene.accountant, { id: quoteId, newId: newId() });
    await send(scene, { id, version: 1 });
  };
  return [
    { age: 88, run: ask },
    { age: 85, run: accept },
    { age: 84, run: askDeposit },
    { age: 77, run: () => payByCard(scene, depositId) },
    { age: 12, run: invoiceTheRest },
  ];
};
