import { z } from "zod";
import { finalizeInvoice } from "@/lib/invoices/finalize";
import { saveInvoice } from "@/lib/invoices/save";
import { type Receipt, receivePayment } from "@/lib/payments/receive";
import { newId } from "@/lib/platform/ids";
import { verb } from "@/lib/platform/verb";
import { clientFixture, invoiceForm, type OrganizationFixture } from "./fixtures";

const receive = verb("payment.record", z.custom<Receipt>(), async (tx, ctx, receipt) => {
  await receivePayment(tx, ctx, receipt, "EUR", false);
});

/** An issued invoice in any currency: 2 × 100 and 20 % tax, at a rate of exchange to EUR. */
export async function issuedIn(
  organization: OrganizationFixture,
  facts: { clientId: string; currency: string; rate: string; on: string },
) {
  const form = invoiceForm(organization, facts.clientId, {
    currency: facts.currency,
    exchangeRate: facts.rate,
    issueDate: facts.on,
    dueDate: facts.on,
  });
  const saved = await saveInvoice(organization.accountant, form);
  return finalizeInvoice(organization.accountant, saved);
}

/** Money received by bank transfer for an invoice; what is over stays as credit. Amounts in minor units. */
export async function paidFixture(
  organization: OrganizationFixture,
  facts: {
    clientId: string;
    invoiceId: string;
    amountMinor: bigint;
    settlesMinor?: bigint;
    currency: string;
    rate: string;
    on: string;
  },
): Promise<string> {
  const id = newId();
  await receive(organization.system, {
    id,
    clientId: facts.clientId,
    method: "bank_transfer",
    gateway: null,
    gatewayPaymentId: null,
    attemptId: null,
    amountMinor: facts.amountMinor,
    currency: facts.currency,
    exchangeRate: facts.rate,
    receivedOn: facts.on,
    reference: null,
    note: null,
    settles: [{ invoiceId: facts.invoiceId, amountMinor: facts.settlesMinor ?? facts.amountMinor }],
  } satisfies Receipt);
  return id;
}

/**
 * A few months of books in EUR: invoices in EUR, USD, JPY and KWD of a client whose name no format likes; USD paid in two
 * parts at other rates, EUR paid with 60.00 too much.
 */
export async function booksFixture(organization: OrganizationFixture) {
  const { id: clientId } = await clientFixture(organization, '=Acme; "Nord" | (Co): 5% @x');
  const issue = (currency: string, rate: string, on: string) =>
    issuedIn(organization, { clientId, currency, rate, on });
  const eur = await issue("EUR", "1", "2026-01-10");
  const usd = await issue("USD", "0.9234", "2026-01-20");
  const jpy = await issue("JPY", "0.00617", "2026-02-05");
  const kwd = await issue("KWD", "2.98765", "2026-02-05");
  const paid = [
    {
      invoiceId: eur.id,
      amountMinor: 30_000n,
      settlesMinor: 24_000n,
      currency: "EUR",
      rate: "1",
      on: "2026-02-01",
    },
    { invoiceId: usd.id, amountMinor: 10_001n, currency: "USD", rate: "0.95", on: "2026-02-02" },
    { invoiceId: usd.id, amountMinor: 13_999n, currency: "USD", rate: "0.9001", on: "2026-03-03" },
  ];
  for (const payment of paid) await paidFixture(organization, { clientId, ...payment });
  return { clientId, eur, usd, jpy, kwd };
}
