import { eq } from "drizzle-orm";
import { z } from "zod";
import { organizations, users } from "@/db/schema";
import { formatDateTime } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { env } from "@/lib/platform/env";
import type { Message } from "../message";

const Payload = z.object({
  change: z.enum(["added", "renamed", "removed", "reset", "codes"]),
  name: z.string().nullable(),
});

/** To the person whose second factors have changed: so that nobody changes them unnoticed. */
export const factorChanged: Message = {
  template: "factor-changed",
  on: "user.factor_changed",
  recipients: async (tx, event) => {
    const found = await tx.select({ email: users.email }).from(users).where(eq(users.id, event.subjectId));
    return found.map((user) => user.email);
  },
  compose: async (tx, event, recipient) => {
    const t = translator("emails");
    const { change, name } = Payload.parse(event.payload);
    const [organization] = await tx.select().from(organizations);
    if (!organization) throw new Error("The event's organization is not there");
    const words = {
      name: name ?? "",
      organization: organization.name,
      when: formatDateTime(event.createdAt, organization.locale, organization.timeZone),
    };
    return {
      to: recipient,
      subject: t(`factor.${change}.subject`, words),
      props: {
        locale: organization.locale,
        accentColor: organization.accentColor,
        preview: t(`factor.${change}.body`, words),
        heading: t(`factor.${change}.subject`, words),
        greeting: t("greeting"),
        paragraphs: [t(`factor.${change}.body`, words), t("factor.notYou")],
        button: { label: t("factor.button"), href: `${env().APP_URL}/account/security` },
        footer: t("footer", words),
      },
    };
  },
};
