import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { MfaPolicy } from "@/components/settings/mfa-policy";
import { Invitations } from "@/components/users/invitations";
import { InviteUser } from "@/components/users/invite-user";
import { Members } from "@/components/users/members";
import { PermissionTable } from "@/components/users/permission-table";
import { searchClients } from "@/lib/clients/queries";
import { getOrganization } from "@/lib/organizations/queries";
import { listInvitations, listMembers } from "@/lib/users/queries";
import { requirePermission } from "@/lib/web/current";
import { setMfaPolicyAction } from "../actions";
import {
  changeRoleAction,
  inviteUserAction,
  resetFactorsAction,
  revokeInvitationAction,
  searchClientsAction,
  setStatusAction,
} from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("users");
  return { title: t("title") };
}

export default async function UsersPage() {
  const { ctx, user, organization } = await requirePermission("user.read");
  const [t, locale, { mfaPolicy }, members, invitations, clients] = await Promise.all([
    getTranslations("users"),
    getLocale(),
    getOrganization(ctx, {}),
    listMembers(ctx, {}),
    listInvitations(ctx, {}),
    searchClients(ctx, { search: "" }),
  ]);
  const choices = { first: clients, search: searchClientsAction };
  return (
    <div className="flex flex-col gap-8">
      <section className="flex flex-col gap-3" aria-labelledby="members">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 id="members" className="text-base font-semibold">
            {t("members.title")}
          </h2>
          <InviteUser action={inviteUserAction} clients={choices} />
        </div>
        <Members
          members={members}
          ownId={user.id}
          clients={choices}
          changeRole={changeRoleAction}
          setStatus={setStatusAction}
          resetFactors={resetFactorsAction}
        />
      </section>
      {invitations.length > 0 && (
        <Invitations
          invitations={invitations}
          locale={locale}
          timeZone={organization.timeZone}
          revoke={revokeInvitationAction}
        />
      )}
      <MfaPolicy policy={mfaPolicy} action={setMfaPolicyAction} />
      <PermissionTable />
    </div>
  );
}
