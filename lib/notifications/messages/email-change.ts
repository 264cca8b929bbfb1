import { emailToken } from "@/lib/accounts/change-email";
import { translator } from "@/lib/i18n/translator";
import { accountEmail, accountFacts, emailChangeOf } from "../account-facts";
import type { Message } from "../message";

/** To both addresses of a person who asked for another one: a link each. Says nothing once it was cancelled. */
export const emailChangeRequested: Message = {
  template: "email_change",
  on: "email.change_requested",
  recipients: async (tx, event) => {
    const change = await emailChangeOf(tx, event.subjectId);
    return change.cancelledAt ? [] : [change.oldEmail, change.newEmail];
  },
  compose: async (tx, event, recipient) => {
    const t = translator("emails");
    const change = await emailChangeOf(tx, event.subjectId);
    const { organization, user, time } = await accountFacts(tx, event, change.userId);
    const words = {
      name: user.name,
      organization: organization.name,
      old: change.oldEmail,
      new: change.newEmail,
      expires: time(change.expiresAt),
    };
    const subject = t("emailChange.subject");
    const side = recipient === change.oldEmail ? "old" : "new";
    return {
      to: recipient,
      subject,
      props: accountEmail(organization, {
        subject,
        preview: t("emailChange.preview", words),
        paragraphs: [t("emailChange.body", words), t("emailChange.otherwise")],
        button: t("emailChange.button"),
        path: `/email-change/${emailToken(change.id, side)}`,
      }),
    };
  },
};

/** To both addresses, once the new one counts. */
export const emailChanged: Message = {
  template: "email_changed",
  on: "email.changed",
  recipients: async (tx, event) => {
    const { oldEmail, newEmail } = await emailChangeOf(tx, event.subjectId);
    return [oldEmail, newEmail];
  },
  compose: async (tx, event, recipient) => {
    const t = translator("emails");
    const change = await emailChangeOf(tx, event.subjectId);
    const { organization, user } = await accountFacts(tx, event, change.userId);
    const words = {
      name: user.name,
      organization: organization.name,
      old: change.oldEmail,
      new: change.newEmail,
    };
    const subject = t("emailChanged.subject");
    return {
      to: recipient,
      subject,
      props: accountEmail(organization, {
        subject,
        preview: t("emailChanged.preview", words),
        paragraphs: [t("emailChanged.body", words)],
        button: t("emailChanged.button"),
        path: "/account",
      }),
    };
  },
};
