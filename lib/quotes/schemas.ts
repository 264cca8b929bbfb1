import { z } from "zod";
import { decimalText, id, optionalText, text } from "@/lib/core/fields";

export const answers = ["accepted", "declined"] as const;

/** A quote's answer, as its reader gives it: who they are, and what they have to say. */
export const AnswerInput = z.object({
  id,
  answer: z.enum(answers, "invalid"),
  name: text(120),
  note: optionalText(1000),
});

const MAX_AMOUNT = 1_000_000_000_000;

/** A deposit on a quote: a percentage of its total, or an amount in major units. */
export const DepositInput = z.object({
  id,
  newId: id,
  kind: z.enum(["percent", "amount"], "invalid"),
  value: decimalText(4, MAX_AMOUNT).refine((value) => !/^-|^[0.]+$/.test(value), "notPositive"),
});

export type AnswerForm = z.input<typeof AnswerInput>;
export type DepositForm = z.input<typeof DepositInput>;
