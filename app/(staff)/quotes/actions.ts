"use server";

import { answerQuote } from "@/lib/quotes/answer";
import { createDeposit } from "@/lib/quotes/create-deposit";
import { invoiceQuote } from "@/lib/quotes/invoice-quote";
import { act } from "@/lib/web/action";

export async function recordAnswerAction(input: unknown) {
  return act(answerQuote, input);
}

export async function invoiceQuoteAction(input: unknown) {
  return act(invoiceQuote, input);
}

export async function createDepositAction(input: unknown) {
  return act(createDeposit, input);
}
