"use server";

import { closeBooks } from "@/lib/ledger/close-books";
import { mayExport } from "@/lib/ledger/export";
import { act } from "@/lib/web/action";
import { refreshed } from "@/lib/web/refreshed";

export async function closeBooksAction(input: unknown) {
  return refreshed(act(closeBooks, input));
}

export async function mayExportAction(input: unknown) {
  return act(mayExport, input);
}
