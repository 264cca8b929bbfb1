import { DraftActions } from "@/components/invoices/detail/draft-actions";
import type { Ending } from "@/components/invoices/detail/end-dialog";
import { IssuedActions } from "@/components/invoices/detail/issued-actions";
import { ScheduleDialog } from "@/components/invoices/detail/schedule-dialog";
import { QuoteActions } from "@/components/quotes/quote-actions";
import type { InvoiceDetail } from "@/lib/invoices/detail";
import { payableOf } from "@/lib/invoices/postings";
import { newId } from "@/lib/platform/ids";
import { createDepositAction, invoiceQuoteAction, recordAnswerAction } from "../../quotes/actions";
import {
  createCreditNoteAction,
  createLinkAction,
  deleteDraftAction,
  duplicateInvoiceAction,
  remindInvoiceAction,
  revokeLinkAction,
  scheduleInvoiceAction,
  sendInvoiceAction,
  voidInvoiceAction,
  writeOffInvoiceAction,
} from "../actions";

/** What can be done with a document, by its kind and how far it has come. `owed` is what it still owes, as text. */
export function DocumentActions({ detail, owed }: { detail: InvoiceDetail; owed: string }) {
  const { invoice, client, today } = detail;
  const { id, kind, lifecycle } = invoice;
  const isOpen = lifecycle === "open";
  if (invoice.number === null)
    return (
      <DraftActions
        id={id}
        newId={newId()}
        duplicate={duplicateInvoiceAction}
        remove={deleteDraftAction}
        schedule={
          kind === "credit_note" ? null : (
            <ScheduleDialog
              id={id}
              version={invoice.version}
              today={today}
              scheduledFor={invoice.scheduledFor}
              schedule={scheduleInvoiceAction}
            />
          )
        }
      />
    );
  return (
    <>
      {kind === "quote" && (isOpen || lifecycle === "accepted") && (
        <QuoteActions
          id={id}
          currency={invoice.currency}
          answerable={isOpen}
          wasSent={invoice.sentAt !== null}
          newIds={{ invoice: newId(), deposit: newId() }}
          makeInvoice={invoiceQuoteAction}
          makeDeposit={createDepositAction}
          answer={recordAnswerAction}
        />
      )}
      <IssuedActions
        id={id}
        number={invoice.number}
        client={client && { id: client.id, name: client.name, email: client.email }}
        erased={Boolean(client?.erasedAt)}
        wasSent={invoice.sentAt !== null}
        sendable={isOpen}
        hostedUrl={detail.hostedUrl}
        remindable={isOpen && kind === "invoice" && detail.balanceMinor > 0n}
        send={sendInvoiceAction}
        remind={remindInvoiceAction}
        createLink={createLinkAction}
        revokeLink={revokeLinkAction}
        newIds={{ duplicate: newId(), credit: newId() }}
        duplicate={duplicateInvoiceAction}
        credit={createCreditNoteAction}
        creditable={isOpen && kind === "invoice"}
        endings={endingsOf(detail)}
        owed={owed}
        endWith={{ void: voidInvoiceAction, writeOff: writeOffInvoiceAction }}
      />
    </>
  );
}

/** How an open document may end without being paid: voided while nothing is settled, written off while it owes. */
function endingsOf({ invoice, balanceMinor }: InvoiceDetail): Ending[] {
  if (invoice.lifecycle !== "open") return [];
  const untouched = invoice.kind === "quote" || balanceMinor === payableOf(invoice);
  const owes = invoice.kind === "invoice" && balanceMinor > 0n;
  return [...(untouched ? (["void"] as const) : []), ...(owes ? (["writeOff"] as const) : [])];
}
