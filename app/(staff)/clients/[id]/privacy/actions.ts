"use server";

import { mayDownloadClient } from "@/lib/privacy/download";
import { eraseClient } from "@/lib/privacy/erase-client";
import { requestClientExport } from "@/lib/privacy/request-export";
import { act } from "@/lib/web/action";
import { refreshed } from "@/lib/web/refreshed";

export async function requestClientExportAction(input: unknown) {
  return refreshed(act(requestClientExport, input));
}

export async function mayDownloadClientAction(input: unknown) {
  return act(mayDownloadClient, input);
}

export async function eraseClientAction(input: unknown) {
  return refreshed(act(eraseClient, input));
}
