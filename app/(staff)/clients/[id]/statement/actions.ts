"use server";

import { sendStatement } from "@/lib/statements/send";
import { act } from "@/lib/web/action";

export async function sendStatementAction(input: unknown) {
  return act(sendStatement, input);
}
