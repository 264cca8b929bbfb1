import type { Tx } from "@/db/client";
import { translator } from "@/lib/i18n/translator";
import { ensureLink, hostedUrl } from "@/lib/invoices/links";
import { env } from "@/lib/platform/env";
import { staffRecipients } from "../facts";
import type { Email, Message, StoredEvent } from "../message";
import { payerOf, paymentFacts } from "../payment-facts";

/** To the client: the receipt, one for a payment however many invoices it settles. */
export const paymentReceipt: Message = {
  template: "receipt",
  on: "payment.received",
  recipients: async (tx, event) => {
    const recipient = event.payload.receipt === false ? null : await payerOf(tx, event.subjectId);
    return recipient ? [recipient] : [];
  },
  compose: (tx, event, recipient) => compose(tx, event, recipient, "receipt"),
};

/** To the invoice's author: it was paid. Who records a payment by hand knows of it. */
export const paymentNotice: Message = {
  template: "payment",
  on: "payment.received",
  recipients: async (tx, event) =>
    event.payload.method === "online" ? staffRecipients(tx, event.invoiceId) : [],
  compose: (tx, event, recipient) => compose(tx, event, recipient, "payment"),
};

async function compose(tx: Tx, event: StoredEvent, to: string, kind: "receipt" | "payment"): Promise<Email> {
  const t = translator("emails");
  const { organization, locale, money, settled, words } = await paymentFacts(tx, event.subjectId);
  const [only] = settled.length === 1 ? settled : [];
  const number = only?.number ?? "";
  const base = env().APP_URL;
  const button = (key: "button" | "openPayment", href: string) => ({ label: t(`${kind}.${key}`), href });
  const page = async () => {
    if (kind === "payment")
      return only
        ? button("button", `${base}/invoices/${only.invoiceId}`)
        : button("openPayment", `${base}/payments/${event.subjectId}`);
    return only ? button("button", hostedUrl(await ensureLink(tx, only.invoiceId))) : null;
  };
  const what = only
    ? [
        t(`${kind}.body`, { ...words, number }),
        only.balanceMinor > 0n
          ? t(`${kind}.left`, { balance: money(only.balanceMinor) })
          : t(`${kind}.settled`),
      ]
    : [
        t(`${kind}.bodyOfMany`, words),
        settled.map((one) => `${one.number}: ${money(one.amountMinor)}`).join("\n"),
      ];
  const subject = t(`${kind}.${only ? "subject" : "subjectOfMany"}`, { ...words, number });
  return {
    to,
    subject,
    props: {
      locale,
      accentColor: organization.accentColor,
      preview: t(`${kind}.${only ? "preview" : "previewOfMany"}`, { ...words, number }),
      heading: subject,
      greeting: t("greeting"),
      amount: words.amount,
      paragraphs: what.filter(Boolean),
      button: await page(),
      footer: t("footer", words),
    },
  };
}
