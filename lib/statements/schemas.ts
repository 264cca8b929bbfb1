import { z } from "zod";
import { id, isoDate, optionalText } from "@/lib/core/fields";

const Period = z.object({ clientId: id, from: isoDate, to: isoDate });
const inOrder = (period: { from: string; to: string }) => period.from <= period.to;
const problem = { path: ["to"], error: "endBeforeStart" };

/** A client's statement over a period; ISO dates, both ends included. */
export const StatementInput = Period.refine(inOrder, problem);

export const SendStatementInput = Period.extend({ message: optionalText(2000) }).refine(inOrder, problem);

export type SendStatementForm = z.input<typeof SendStatementInput>;
