import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { refunds } from "@/db/schema";
import { translator } from "@/lib/i18n/translator";
import { ensureLink, hostedUrl } from "@/lib/invoices/links";
import { env } from "@/lib/platform/env";
import { invoiceFacts, staffRecipients } from "../facts";
import type { Message, StoredEvent } from "../message";
import { payerOf, paymentFacts } from "../payment-facts";

const Payload = z.object({ refundId: z.uuid() });

async function refundFacts(tx: Tx, event: StoredEvent) {
  const { refundId } = Payload.parse(event.payload);
  const [refund] = await tx.select().from(refunds).where(eq(refunds.id, refundId));
  if (!refund) throw new Error("The event's refund is not there");
  const { organization, locale, money, words } = await paymentFacts(tx, event.subjectId);
  const facts = { ...words, refund: money(refund.amountMinor), problem: refund.problem ?? "" };
  return { refund, facts, props: { locale, accentColor: organization.accentColor, amount: facts.refund } };
}

/** To the client: money is on its way back. */
export const paymentRefunded: Message = {
  template: "refund",
  on: "payment.refunded",
  recipients: async (tx, event) => {
    const recipient = await payerOf(tx, event.subjectId);
    return recipient ? [recipient] : [];
  },
  compose: async (tx, event, to) => {
    const t = translator("emails");
    const { refund, facts, props } = await refundFacts(tx, event);
    const invoice = event.invoiceId ? await invoiceFacts(tx, event.invoiceId) : null;
    const owes = invoice && invoice.balanceMinor > 0n;
    return {
      to,
      subject: t("refund.subject", facts),
      props: {
        ...props,
        preview: t("refund.preview", facts),
        heading: t("refund.subject", facts),
        greeting: t("greeting"),
        paragraphs: [
          t("refund.body", facts),
          ...(refund.method === "online" ? [t("refund.days")] : []),
          ...(owes
            ? [t("refund.owed", { number: invoice.number, balance: invoice.money(invoice.balanceMinor) })]
            : []),
        ],
        button: invoice
          ? { label: t("receipt.button"), href: hostedUrl(await ensureLink(tx, invoice.invoice.id)) }
          : null,
        footer: t("footer", facts),
      },
    };
  },
};

/** To the invoice's author: the gateway did not give the money back. */
export const refundFailed: Message = {
  template: "refund_failed",
  on: "refund.failed",
  recipients: (tx, event) => staffRecipients(tx, event.invoiceId),
  compose: async (tx, event, to) => {
    const t = translator("emails");
    const { facts, props } = await refundFacts(tx, event);
    return {
      to,
      subject: t("refundFailed.subject", facts),
      props: {
        ...props,
        preview: t("refundFailed.preview", facts),
        heading: t("refundFailed.subject", facts),
        greeting: t("greeting"),
        paragraphs: [t("refundFailed.body", facts), t("refundFailed.next")],
        button: { label: t("payment.openPayment"), href: `${env().APP_URL}/payments/${event.subjectId}` },
        footer: t("footer", facts),
      },
    };
  },
};
