import type { Tx } from "@/db/client";
import { translator } from "@/lib/i18n/translator";
import { env } from "@/lib/platform/env";
import { invoiceFacts, staffRecipients } from "../facts";
import type { Email, Message, StoredEvent } from "../message";

/** To the quote's author: the client has answered it. */
const answered = (answer: "accepted" | "declined"): Message => ({
  template: `quote_${answer}`,
  on: `quote.${answer}`,
  // Whoever notes an answer knows of it.
  recipients: async (tx, event) => (event.actorKind === "link" ? staffRecipients(tx, event.invoiceId) : []),
  compose: (tx, event, recipient) => compose(tx, event, recipient, answer),
});

export const quoteAccepted = answered("accepted");
export const quoteDeclined = answered("declined");

async function compose(
  tx: Tx,
  event: StoredEvent,
  to: string,
  answer: "accepted" | "declined",
): Promise<Email> {
  const t = translator("emails");
  const facts = await invoiceFacts(tx, event.invoiceId);
  const { invoice } = facts;
  const words = {
    name: invoice.answeredBy ?? "",
    number: facts.number,
    total: facts.money(invoice.totalMinor),
    client: invoice.buyer?.name ?? "",
    organization: facts.organization.name,
  };
  return {
    to,
    subject: t(`quoteAnswer.${answer}.subject`, words),
    props: {
      locale: facts.locale,
      accentColor: facts.accentColor,
      preview: t("quoteAnswer.preview", words),
      heading: t(`quoteAnswer.${answer}.subject`, words),
      greeting: t("greeting"),
      amount: words.total,
      paragraphs: [
        t(`quoteAnswer.${answer}.body`, words),
        ...(invoice.answerNote ? [invoice.answerNote] : []),
      ],
      button: { label: t("quoteAnswer.button"), href: `${env().APP_URL}/invoices/${invoice.id}` },
      footer: t("footer", words),
    },
  };
}
