import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { dataExports, memberships, users } from "@/db/schema";
import { translator } from "@/lib/i18n/translator";
import { accountEmail, accountFacts } from "../account-facts";
import type { Message } from "../message";

/** To whoever asked for an archive: where it is. It is never attached. */
export const exportReady: Message = {
  template: "export_ready",
  on: "export.ready",
  recipients: async (tx, event) => {
    const [requester] = await tx
      .select({ email: users.email })
      .from(dataExports)
      .innerJoin(users, eq(users.id, dataExports.requestedBy))
      .innerJoin(memberships, and(eq(memberships.userId, users.id), eq(memberships.status, "active")))
      .where(eq(dataExports.id, event.subjectId));
    return requester ? [requester.email] : [];
  },
  compose: async (tx, event, recipient) => {
    const t = translator("emails");
    const row = await load(tx, event.subjectId);
    const { organization, time } = await accountFacts(tx, event, row.requestedBy);
    const words = { organization: organization.name, expires: row.expiresAt ? time(row.expiresAt) : "" };
    const subject = t("exportReady.subject");
    return {
      to: recipient,
      subject,
      props: accountEmail(organization, {
        subject,
        preview: t("exportReady.preview", words),
        paragraphs: [t("exportReady.body", words), t("exportReady.safety")],
        button: t("exportReady.button"),
        path: row.subjectType === "client" ? `/clients/${row.subjectId}/privacy` : "/account",
      }),
    };
  },
};

async function load(tx: Tx, id: string) {
  const [row] = await tx.select().from(dataExports).where(eq(dataExports.id, id));
  if (!row) throw new Error("The event's archive is not there");
  return row;
}
