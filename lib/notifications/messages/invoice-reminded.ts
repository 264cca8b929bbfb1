import { daysBetween } from "@/lib/core/dates";
import { translator } from "@/lib/i18n/translator";
import { hostedUrl } from "@/lib/invoices/links";
import { invoiceFacts } from "../facts";
import type { Message } from "../message";
import { SentPayload } from "./sent-payload";

/** To the client: what an invoice still owes, since when, and where to pay it. Paid meanwhile, nobody is reminded. */
export const invoiceReminded: Message = {
  template: "reminder",
  on: "invoice.reminded",
  recipients: async (tx, event) => {
    const { balanceMinor } = await invoiceFacts(tx, event.invoiceId);
    return balanceMinor > 0n ? [SentPayload.parse(event.payload).recipient] : [];
  },
  compose: async (tx, event, recipient) => {
    const t = translator("emails");
    const facts = await invoiceFacts(tx, event.invoiceId);
    const { organization, locale, money, date, number, dueDate, today } = facts;
    const { linkId, message } = SentPayload.parse(event.payload);
    const days = daysBetween(dueDate, today);
    const timing = days > 0 ? "late" : days === 0 ? "today" : "early";
    const words = {
      organization: organization.name,
      number,
      balance: money(facts.balanceMinor),
      dueDate: date(dueDate),
      days,
    };
    return {
      to: recipient,
      subject: t("reminder.subject", words),
      props: {
        locale,
        accentColor: facts.accentColor,
        preview: t(`reminder.preview.${timing}`, words),
        heading: t("reminder.subject", words),
        greeting: t("greeting"),
        amount: words.balance,
        paragraphs: [
          t(`reminder.body.${timing}`, words),
          ...(message ? [message] : []),
          t("reminder.crossed"),
        ],
        button: { label: t("reminder.button"), href: hostedUrl(linkId) },
        footer: t("footer", words),
      },
    };
  },
};
