import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { passwordResets } from "@/db/schema";
import { resetToken } from "@/lib/accounts/request-reset";
import { translator } from "@/lib/i18n/translator";
import { accountEmail, accountFacts } from "../account-facts";
import type { Message } from "../message";

/** To a person who forgot the password: the link to set another. Says nothing once it was replaced or used. */
export const passwordReset: Message = {
  template: "password_reset",
  on: "password.reset_requested",
  recipients: async (tx, event) => {
    const reset = await load(tx, event.subjectId);
    if (reset.usedAt || reset.revokedAt) return [];
    return [(await accountFacts(tx, event, reset.userId)).user.email];
  },
  compose: async (tx, event, recipient) => {
    const t = translator("emails");
    const reset = await load(tx, event.subjectId);
    const { organization, time } = await accountFacts(tx, event, reset.userId);
    const words = { organization: organization.name, expires: time(reset.expiresAt) };
    const subject = t("passwordReset.subject");
    return {
      to: recipient,
      subject,
      props: accountEmail(organization, {
        subject,
        preview: t("passwordReset.preview", words),
        paragraphs: [t("passwordReset.body", words), t("passwordReset.otherwise")],
        button: t("passwordReset.button"),
        path: `/reset-password/${resetToken(reset.id)}`,
      }),
    };
  },
};

/** To a person whose password is another since, by whichever way. */
export const passwordChanged: Message = {
  template: "password_changed",
  on: "password.changed",
  recipients: async (tx, event) => [(await accountFacts(tx, event, event.subjectId)).user.email],
  compose: async (tx, event, recipient) => {
    const t = translator("emails");
    const { organization, time } = await accountFacts(tx, event, event.subjectId);
    const words = { organization: organization.name, time: time(event.createdAt) };
    const subject = t("passwordChanged.subject");
    return {
      to: recipient,
      subject,
      props: accountEmail(organization, {
        subject,
        preview: t("passwordChanged.preview", words),
        paragraphs: [t("passwordChanged.body", words), t("passwordChanged.otherwise")],
        button: t("passwordChanged.button"),
        path: "/forgot-password",
      }),
    };
  },
};

async function load(tx: Tx, id: string) {
  const [reset] = await tx.select().from(passwordResets).where(eq(passwordResets.id, id));
  if (!reset) throw new Error("The event's reset is not there");
  return reset;
}
