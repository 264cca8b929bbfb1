import { translator } from "@/lib/i18n/translator";
import { hostedUrl } from "@/lib/invoices/links";
import { payableOf } from "@/lib/invoices/postings";
import { invoiceFacts } from "../facts";
import type { Message } from "../message";
import { SentPayload } from "./sent-payload";

/** To the client: the invoice or credit note, with the link to its hosted page. */
export const invoiceSent: Message = {
  template: "invoice",
  on: "invoice.sent",
  recipients: async (_tx, event) => [SentPayload.parse(event.payload).recipient],
  compose: async (tx, event, recipient) => {
    const t = translator("emails");
    const { invoice, organization, locale, money, date, number, accentColor } = await invoiceFacts(
      tx,
      event.invoiceId,
    );
    const { linkId, message } = SentPayload.parse(event.payload);
    const { kind } = invoice;
    const words = {
      organization: organization.name,
      number,
      total: money(payableOf(invoice)),
      dueDate: date(invoice.dueDate ?? ""),
    };
    return {
      to: recipient,
      subject: t(`${kind}.subject`, words),
      props: {
        locale,
        accentColor,
        preview: t(`${kind}.preview`, words),
        heading: t(`${kind}.subject`, words),
        greeting: t("greeting"),
        amount: words.total,
        paragraphs: [t(`${kind}.body`, words), ...(message ? [message] : [])],
        button: { label: t(`${kind}.button`), href: hostedUrl(linkId) },
        footer: t("footer", words),
      },
    };
  },
};
