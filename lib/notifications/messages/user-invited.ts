import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { customRoles, invitations, organizations, users } from "@/db/schema";
import { formatDateTime } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { env } from "@/lib/platform/env";
import { invitationToken } from "@/lib/users/invite";
import type { Message } from "../message";

/** To the invited person: the link to join. Says nothing once the invitation was revoked or replaced. */
export const userInvited: Message = {
  template: "invitation",
  on: "user.invited",
  recipients: async (tx, event) => {
    const { invitation } = await load(tx, event.subjectId);
    return invitation.revokedAt ? [] : [invitation.email];
  },
  compose: async (tx, event, recipient) => {
    const t = translator("emails");
    const { invitation, organization, inviter, roleName } = await load(tx, event.subjectId);
    const words = {
      organization: organization.name,
      inviter,
      role: invitation.role === "custom" ? (roleName ?? "") : t(`roles.${invitation.role}`),
      expires: formatDateTime(invitation.expiresAt, organization.locale, organization.timeZone),
    };
    return {
      to: recipient,
      subject: t("invitation.subject", words),
      props: {
        locale: organization.locale,
        accentColor: organization.accentColor,
        preview: t("invitation.preview", words),
        heading: t("invitation.subject", words),
        greeting: t("greeting"),
        paragraphs: [t("invitation.body", words)],
        button: {
          label: t("invitation.button"),
          href: `${env().APP_URL}/invitations/${invitationToken(invitation.id)}`,
        },
        footer: t("footer", words),
      },
    };
  },
};

async function load(tx: Tx, id: string) {
  const [row] = await tx
    .select({
      invitation: invitations,
      organization: organizations,
      inviter: users.name,
      roleName: customRoles.name,
    })
    .from(invitations)
    .innerJoin(organizations, eq(organizations.id, invitations.organizationId))
    .innerJoin(users, eq(users.id, invitations.invitedBy))
    .leftJoin(customRoles, eq(customRoles.id, invitations.customRoleId))
    .where(eq(invitations.id, id));
  if (!row) throw new Error("The event's invitation is not there");
  return row;
}
