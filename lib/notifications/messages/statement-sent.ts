import { z } from "zod";
import { renderStatement } from "@/lib/documents/statement/pdf";
import { statementViewOf } from "@/lib/documents/statement/view";
import { translator } from "@/lib/i18n/translator";
import { loadStatement } from "@/lib/statements/queries";
import type { Message } from "../message";

const Payload = z.object({
  recipient: z.email(),
  from: z.iso.date(),
  to: z.iso.date(),
  message: z.string().nullable(),
});

/** To the client: its statement, as a PDF. */
export const statementSent: Message = {
  template: "statement",
  on: "statement.sent",
  recipients: async (_tx, event) => [Payload.parse(event.payload).recipient],
  compose: async (tx, event, recipient) => {
    const { from, to, message } = Payload.parse(event.payload);
    const statement = await loadStatement(tx, { clientId: event.subjectId, from, to });
    const view = statementViewOf(statement);
    const t = translator("emails");
    const words = {
      organization: statement.organization.name,
      period: view.period,
      closing: view.sections.map((section) => section.closing).join(" · "),
    };
    return {
      to: recipient,
      subject: t("statement.subject", words),
      props: {
        locale: view.locale,
        accentColor: view.accentColor,
        preview: t("statement.preview", words),
        heading: t("statement.subject", words),
        greeting: t("greeting"),
        amount: words.closing,
        paragraphs: [t("statement.body", words), ...(message ? [message] : [])],
        button: null,
        footer: t("footer", words),
      },
      attachments: [{ filename: `statement-${from}-${to}.pdf`, content: await renderStatement(view) }],
    };
  },
};
