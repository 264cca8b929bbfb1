"use server";

import { createClient } from "@/lib/clients/create";
import { getClientChoice, searchClients } from "@/lib/clients/queries";
import { fetchRate } from "@/lib/exchange/fetch-rate";
import { detachFile } from "@/lib/files/detach";
import { createCreditNote } from "@/lib/invoices/create-credit-note";
import { createLink } from "@/lib/invoices/create-link";
import { deleteDraft } from "@/lib/invoices/delete";
import { duplicateInvoice } from "@/lib/invoices/duplicate";
import { issueInvoice } from "@/lib/invoices/issue";
import { remindInvoice } from "@/lib/invoices/remind";
import { revokeLink } from "@/lib/invoices/revoke-link";
import { saveInvoice } from "@/lib/invoices/save";
import { scheduleInvoice, unscheduleInvoice } from "@/lib/invoices/schedule";
import { sendInvoice } from "@/lib/invoices/send";
import { setPaymentPlan } from "@/lib/invoices/set-payment-plan";
import { voidInvoice } from "@/lib/invoices/void";
import { writeOffInvoice } from "@/lib/invoices/write-off";
import { act } from "@/lib/web/action";
import { refreshed } from "@/lib/web/refreshed";

// The pages are never cached: what changed is read when one is drawn, and the live updates draw the open ones.

export async function saveInvoiceAction(input: unknown) {
  return act(saveInvoice, input);
}

export async function issueInvoiceAction(input: unknown) {
  return act(issueInvoice, input);
}

export async function deleteDraftAction(input: unknown) {
  return act(deleteDraft, input);
}

export async function duplicateInvoiceAction(input: unknown) {
  return act(duplicateInvoice, input);
}

export async function createCreditNoteAction(input: unknown) {
  return act(createCreditNote, input);
}

export async function voidInvoiceAction(input: unknown) {
  return act(voidInvoice, input);
}

export async function writeOffInvoiceAction(input: unknown) {
  return act(writeOffInvoice, input);
}

export async function scheduleInvoiceAction(input: unknown) {
  return act(scheduleInvoice, input);
}

export async function unscheduleInvoiceAction(input: unknown) {
  return act(unscheduleInvoice, input);
}

export async function setPaymentPlanAction(input: unknown) {
  return act(setPaymentPlan, input);
}

export async function sendInvoiceAction(input: unknown) {
  return act(sendInvoice, input);
}

export async function remindInvoiceAction(input: unknown) {
  return act(remindInvoice, input);
}

export async function createLinkAction(input: unknown) {
  return act(createLink, input);
}

export async function revokeLinkAction(input: unknown) {
  return act(revokeLink, input);
}

export async function searchClientsAction(search: unknown) {
  return act(searchClients, { search });
}

export async function findClientAction(id: unknown) {
  return act(getClientChoice, { id });
}

export async function createClientAction(input: unknown) {
  return act(createClient, input);
}

export async function fetchRateAction(input: unknown) {
  return act(fetchRate, input);
}

export async function detachFileAction(input: unknown) {
  return refreshed(act(detachFile, input));
}
