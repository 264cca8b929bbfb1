"use server";

import { closeBooks } from "@/lib/ledger/close-books";
import { act } from "@/lib/web/action";
import { refreshed } from "@/lib/web/refreshed";

export async function closeBooksAction(input: unknown) {
  return refreshed(act(closeBooks, input));
}
