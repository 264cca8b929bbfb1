import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { emailChanges, organizations, users } from "@/db/schema";
import type { EmailProps } from "@/emails/layout";
import { formatDateTime } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { env } from "@/lib/platform/env";
import type { StoredEvent } from "./message";

/** What messages about a person's own account say. */
export async function accountFacts(tx: Tx, event: StoredEvent, userId: string) {
  const [row] = await tx
    .select({ user: users, organization: organizations })
    .from(users)
    .innerJoin(organizations, eq(organizations.id, event.organizationId))
    .where(eq(users.id, userId));
  if (!row) throw new Error("The event's person is not there");
  const { user, organization } = row;
  const time = (instant: Date) => formatDateTime(instant, organization.locale, organization.timeZone);
  return { user, organization, time };
}

/** The change of address that an event is about. */
export async function emailChangeOf(tx: Tx, id: string) {
  const [change] = await tx.select().from(emailChanges).where(eq(emailChanges.id, id));
  if (!change) throw new Error("The event's change of address is not there");
  return change;
}

type Words = { preview: string; subject: string; paragraphs: string[]; button: string; path: string };

/** Such a message: no amounts, one button. */
export function accountEmail(
  organization: { name: string; locale: string; accentColor: string },
  words: Words,
): EmailProps {
  const t = translator("emails");
  return {
    locale: organization.locale,
    accentColor: organization.accentColor,
    preview: words.preview,
    heading: words.subject,
    greeting: t("greeting"),
    paragraphs: words.paragraphs,
    button: { label: words.button, href: new URL(words.path, env().APP_URL).toString() },
    footer: t("footer", { organization: organization.name }),
  };
}
