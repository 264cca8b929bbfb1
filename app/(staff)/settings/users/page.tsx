import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { MfaPolicy } from "@/components/settings/mfa-policy";
import { RefundApproval } from "@/components/settings/refund-approval";
import { Invitations } from "@/components/users/invitations";
import { InviteUser } from "@/components/users/invite-user";
import { Members } from "@/components/users/members";
import { PermissionTable } from "@/components/users/permission-table";
import { RolesCard } from "@/components/users/roles-card";
import { searchClients } from "@/lib/clients/queries";
import { customRole, goesBeyond } from "@/lib/core/custom-roles";
import { toMajor } from "@/lib/core/money";
import { roles } from "@/lib/core/permissions";
import { getOrganization } from "@/lib/organizations/queries";
import { listInvitations, listMembers } from "@/lib/users/queries";
import { listRoles } from "@/lib/users/roles";
import { countApprovers } from "@/lib/users/who-may";
import { requireStaff } from "@/lib/web/current";
import { setMfaPolicyAction, setRefundApprovalAction } from "../actions";
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
  const { ctx, user, organization, actor, can } = await requireStaff("user.read");
  const [t, locale, whole, members, invitations, clients, custom, approvers] = await Promise.all([
    getTranslations("users"),
    getLocale(),
    getOrganization(ctx, {}),
    listMembers(ctx, {}),
    listInvitations(ctx, {}),
    can("client.read") ? searchClients(ctx, { search: "" }) : [],
    can("role.read") ? listRoles(ctx, {}) : [],
    countApprovers(ctx, {}),
  ]);
  const choices = { first: clients, search: searchClientsAction };
  const own = custom.map(customRole);
  const limit = whole.refundApprovalAboveMinor;
  // Nobody gives what they do not have.
  const roleChoices = {
    builtIn: roles.filter((role) => !goesBeyond(role, actor.role)),
    custom: own.filter((role) => !goesBeyond(role, actor.role)).map(({ id, name }) => ({ id, name })),
  };
  return (
    <div className="flex flex-col gap-8">
      <section className="flex flex-col gap-3" aria-labelledby="members">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 id="members" className="text-base font-semibold">
            {t("members.title")}
          </h2>
          {can("user.invite") && (
            <InviteUser action={inviteUserAction} roles={roleChoices} clients={choices} />
          )}
        </div>
        <Members
          members={members}
          ownId={user.id}
          clients={choices}
          choices={roleChoices}
          actions={{
            changeRole: can("user.write") ? changeRoleAction : null,
            setStatus: can("user.write") ? setStatusAction : null,
            resetFactors: can("factor.reset") ? resetFactorsAction : null,
          }}
        />
      </section>
      {invitations.length > 0 && (
        <Invitations
          invitations={invitations}
          locale={locale}
          timeZone={organization.timeZone}
          revoke={can("user.invite") ? revokeInvitationAction : null}
        />
      )}
      {can("organization.secure") && (
        <>
          <MfaPolicy policy={whole.mfaPolicy} action={setMfaPolicyAction} />
          <RefundApproval
            above={limit === null ? "" : toMajor(limit, whole.currency)}
            currency={whole.currency}
            approvers={approvers}
            action={setRefundApprovalAction}
          />
        </>
      )}
      {can("role.read") && (
        <>
          <RolesCard roles={custom} editable={can("role.write")} />
          <PermissionTable custom={own} />
        </>
      )}
    </div>
  );
}
