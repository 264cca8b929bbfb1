import { eq } from "drizzle-orm";
import { z } from "zod";
import { sessions } from "@/db/schema";
import { deviceOf } from "@/lib/core/user-agent";
import { translator } from "@/lib/i18n/translator";
import { accountEmail, accountFacts } from "../account-facts";
import type { Message } from "../message";

const Payload = z.object({ sessionId: z.uuid() });

/** To a person who was signed in on a device for the first time. */
export const newDevice: Message = {
  template: "new_device",
  on: "session.new_device",
  recipients: async (tx, event) => [(await accountFacts(tx, event, event.subjectId)).user.email],
  compose: async (tx, event, recipient) => {
    const t = translator("emails");
    const { organization, time } = await accountFacts(tx, event, event.subjectId);
    const { sessionId } = Payload.parse(event.payload);
    const [session] = await tx.select().from(sessions).where(eq(sessions.id, sessionId));
    const { browser, system } = deviceOf(session?.userAgent ?? null);
    const words = {
      organization: organization.name,
      time: time(event.createdAt),
      device: [browser, system].filter(Boolean).join(", ") || t("newDevice.unknown"),
      address: session?.ip ?? "",
    };
    const subject = t("newDevice.subject");
    const body = session?.ip ? t("newDevice.bodyWithAddress", words) : t("newDevice.body", words);
    return {
      to: recipient,
      subject,
      props: accountEmail(organization, {
        subject,
        preview: t("newDevice.preview", words),
        paragraphs: [body, t("newDevice.otherwise")],
        button: t("newDevice.button"),
        path: "/account",
      }),
    };
  },
};
