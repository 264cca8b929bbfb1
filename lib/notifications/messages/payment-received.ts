import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { payments } from "@/db/schema";
import { translator } from "@/lib/i18n/translator";
import { ensureLink, hostedUrl } from "@/lib/invoices/links";
import { recipientOf } from "@/lib/invoices/recipient";
import { env } from "@/lib/platform/env";
import { invoiceFacts, staffRecipients } from "../facts";
import type { Email, Message, StoredEvent } from "../message";

/** To the client: the receipt. */
export const paymentReceipt: Message = {
  template: "receipt",
  on: "payment.received",
  recipients: async (tx, event) => {
    const { invoice } = await invoiceFacts(tx, event.invoiceId);
    const recipient = await recipientOf(tx, invoice);
    return recipient ? [recipient] : [];
  },
  compose: (tx, event, recipient) => compose(tx, event, recipient, "receipt"),
};

/** To the invoice's author: it was paid. */
export const paymentNotice: Message = {
  template: "payment",
  on: "payment.received",
  recipients: (tx, event) => staffRecipients(tx, event.invoiceId),
  compose: (tx, event, recipient) => compose(tx, event, recipient, "payment"),
};

async function compose(tx: Tx, event: StoredEvent, to: string, kind: "receipt" | "payment"): Promise<Email> {
  const t = translator("emails");
  const facts = await invoiceFacts(tx, event.invoiceId);
  const [payment] = await tx.select().from(payments).where(eq(payments.id, event.subjectId));
  if (!payment) throw new Error("The event's payment is not there");
  const words = {
    client: facts.invoice.buyer?.name ?? "",
    amount: facts.money(payment.amountMinor),
    number: facts.number,
    date: facts.date(payment.receivedOn),
    balance: facts.money(facts.balanceMinor),
    organization: facts.organization.name,
  };
  const href =
    kind === "receipt"
      ? hostedUrl(await ensureLink(tx, facts.invoice.id))
      : `${env().APP_URL}/invoices/${facts.invoice.id}`;
  return {
    to,
    subject: t(`${kind}.subject`, words),
    props: {
      locale: facts.locale,
      accentColor: facts.accentColor,
      preview: t(`${kind}.preview`, words),
      heading: t(`${kind}.subject`, words),
      greeting: t("greeting"),
      amount: words.amount,
      paragraphs: [
        t(`${kind}.body`, words),
        facts.balanceMinor > 0n ? t(`${kind}.left`, words) : t(`${kind}.settled`),
      ],
      button: { label: t(`${kind}.button`), href },
      footer: t("footer", words),
    },
  };
}
