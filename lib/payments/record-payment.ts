import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { clients, invoiceBalances, invoices, organizations, payments } from "@/db/schema";
import { lockClient } from "@/lib/allocations/allocate";
import { dateIn } from "@/lib/core/dates";
import { sum, toMinor } from "@/lib/core/money";
import { clock } from "@/lib/platform/clock";
import { conflict, DomainError, type FieldErrors, invalid, notFound } from "@/lib/platform/errors";
import { together } from "@/lib/platform/together";
import { verb } from "@/lib/platform/verb";
import { receivePayment } from "./receive";
import { dateProblem } from "./rules";
import { RecordPaymentInput } from "./schemas";

type Input = z.output<typeof RecordPaymentInput>;

/**
 * Records money that came by hand (bank transfer, cash, cheque, card terminal) and settles open invoices of one client
 * in one currency with it; the rest is the client's credit. The same id sent twice records it once.
 * @throws DomainError invalid, beside the field: date before an invoice (`paymentBeforeInvoice`), `inFuture`,
 * `periodLocked`, `rateRequired`, `notOpen`, `otherCurrency`, `invoiceOfOther`, `overAllocated`, `overSettled`;
 * conflict `balanceChanged` when an invoice owes something else than the person saw, `alreadyExists`
 */
export const recordPayment = verb("payment.record", RecordPaymentInput, async (tx, ctx, input) => {
  const { id, clientId, currency, receivedOn } = input;
  const amountMinor = toMinor(input.amount, currency);
  await lockClient(tx, clientId);
  const [[known], [client], [organization], rows] = await together([
    tx.select().from(payments).where(eq(payments.id, id)),
    tx.select({ id: clients.id }).from(clients).where(eq(clients.id, clientId)),
    tx.select().from(organizations),
    settledRows(tx, input),
  ]);
  if (!organization) throw notFound();
  if (!client) throw invalid("clientId", "clientGone");
  if (known) {
    if (known.clientId !== clientId || known.currency !== currency || known.amountMinor !== amountMinor)
      throw conflict("alreadyExists");
    ctx.unchanged();
    return { id };
  }
  const foreign = currency !== organization.currency;
  if (foreign && !input.exchangeRate) throw invalid("exchangeRate", "rateRequired");

  const today = dateIn(clock.now(), organization.timeZone);
  const wanted = wantedOf(input, rows);
  refuse({
    receivedOn:
      dateProblem(receivedOn, { today, booksClosedOn: organization.booksClosedOn }) ??
      (wanted.some(({ invoice }) => receivedOn < (invoice?.issueDate ?? ""))
        ? "paymentBeforeInvoice"
        : undefined),
    ...Object.fromEntries(wanted.map((one) => [one.field, invoiceProblem(one, input)])),
  });
  if (wanted.some(({ balanceMinor, owed }) => balanceMinor !== owed)) throw conflict("balanceChanged");
  refuse({
    amount: sum(wanted.map((one) => one.amountMinor)) > amountMinor ? "overSettled" : undefined,
    ...Object.fromEntries(
      wanted.map((one) => [one.field, one.amountMinor > one.balanceMinor ? "overAllocated" : undefined]),
    ),
  });

  await receivePayment(
    tx,
    ctx,
    {
      id,
      clientId,
      method: input.method,
      gateway: null,
      gatewayPaymentId: null,
      attemptId: null,
      amountMinor,
      currency,
      exchangeRate: (foreign && input.exchangeRate) || "1",
      receivedOn,
      reference: input.reference,
      note: input.note,
      settles: wanted.map(({ invoiceId, amountMinor: part }) => ({ invoiceId, amountMinor: part })),
    },
    organization.currency,
    input.receipt,
  );
  return { id };
});

/** The invoices that are to be settled, as they are now. */
function settledRows(tx: Tx, { settles }: Input) {
  return tx
    .select({ invoice: invoices, balanceMinor: invoiceBalances.balanceMinor })
    .from(invoices)
    .leftJoin(
      invoiceBalances,
      and(
        eq(invoiceBalances.organizationId, invoices.organizationId),
        eq(invoiceBalances.invoiceId, invoices.id),
      ),
    )
    .where(
      inArray(
        invoices.id,
        settles.map(({ invoiceId }) => invoiceId),
      ),
    );
}

/** What each invoice is to get, with its field's path; those without an amount are left alone. */
function wantedOf({ settles, currency }: Input, rows: Awaited<ReturnType<typeof settledRows>>) {
  return settles.flatMap(({ invoiceId, owed, amount }, index) => {
    if (amount === null) return [];
    const row = rows.find(({ invoice }) => invoice.id === invoiceId);
    return {
      field: `settles.${index}.amount`,
      invoiceId,
      owed,
      amountMinor: toMinor(amount, currency),
      invoice: row?.invoice,
      balanceMinor: row?.balanceMinor ?? 0n,
    };
  });
}

function invoiceProblem({ invoice }: ReturnType<typeof wantedOf>[number], input: Input): string | undefined {
  if (!invoice) return "notFound";
  if (invoice.lifecycle !== "open" || invoice.kind !== "invoice") return "notOpen";
  if (invoice.clientId !== input.clientId) return "invoiceOfOther";
  return invoice.currency === input.currency ? undefined : "otherCurrency";
}

function refuse(problems: Record<string, string | undefined>): void {
  const fields: FieldErrors = {};
  for (const [field, key] of Object.entries(problems)) if (key) fields[field] = key;
  if (Object.keys(fields).length > 0) throw new DomainError("invalid", "checkFields", fields);
}
