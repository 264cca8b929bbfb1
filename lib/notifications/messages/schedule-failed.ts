import { eq } from "drizzle-orm";
import { z } from "zod";
import { clients, invoices, organizations } from "@/db/schema";
import { formatMoney } from "@/lib/i18n/format";
import { problemText } from "@/lib/i18n/problem-text";
import { translator } from "@/lib/i18n/translator";
import { env } from "@/lib/platform/env";
import { staffRecipients } from "../facts";
import type { Message } from "../message";

const Payload = z.object({ reason: z.string() });

/** To the draft's author: it could not be finalized on its day, and why. */
export const scheduleFailed: Message = {
  template: "schedule_failed",
  on: "invoice.schedule_failed",
  recipients: (tx, event) => staffRecipients(tx, event.invoiceId),
  compose: async (tx, event, recipient) => {
    const [row] = await tx
      .select({ invoice: invoices, organization: organizations, client: clients.name })
      .from(invoices)
      .innerJoin(organizations, eq(organizations.id, invoices.organizationId))
      .leftJoin(clients, eq(clients.id, invoices.clientId))
      .where(eq(invoices.id, event.invoiceId ?? ""));
    if (!row) throw new Error("The event's draft is not there");
    const { invoice, organization } = row;
    const { locale } = organization;
    const t = translator("emails");
    const words = {
      client: row.client ?? "",
      reason: problemText(translator("errors"), Payload.parse(event.payload).reason),
      organization: organization.name,
    };
    return {
      to: recipient,
      subject: t("scheduleFailed.subject", words),
      props: {
        locale,
        accentColor: organization.accentColor,
        preview: t("scheduleFailed.preview"),
        heading: t("scheduleFailed.subject", words),
        greeting: t("greeting"),
        amount: formatMoney(invoice.totalMinor, invoice.currency, locale),
        paragraphs: [t("scheduleFailed.body", words)],
        button: { label: t("scheduleFailed.button"), href: `${env().APP_URL}/invoices/${invoice.id}` },
        footer: t("footer", words),
      },
    };
  },
};
