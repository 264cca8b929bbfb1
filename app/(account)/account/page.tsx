import { ShieldCheck } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EmailCard } from "@/components/account/email-card";
import { PasswordCard } from "@/components/account/password-card";
import { ProfileCard } from "@/components/account/profile-card";
import { SessionsSection } from "@/components/account/sessions-section";
import { EraseSelf } from "@/components/privacy/erase-self";
import { OwnData } from "@/components/privacy/own-data";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { pendingEmail } from "@/lib/accounts/change-email";
import { listSessions } from "@/lib/accounts/sessions";
import { listOwnExports } from "@/lib/privacy/export-queries";
import { requirePermission } from "@/lib/web/current";
import {
  changeEmailAction,
  changePasswordAction,
  eraseSelfAction,
  mayDownloadOwnAction,
  renameAction,
  requestOwnExportAction,
  revokeOtherSessionsAction,
  revokeSessionAction,
  withdrawEmailAction,
} from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

export default async function AccountPage() {
  const { ctx, user, actor, organization } = await requirePermission("account.read");
  const [t, locale, sessions, pending, exports] = await Promise.all([
    getTranslations("account"),
    getLocale(),
    listSessions(ctx, {}),
    pendingEmail(ctx, {}),
    listOwnExports(ctx, {}),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <ButtonLink href="/account/security">
            <ShieldCheck aria-hidden />
            {t("secondFactors")}
          </ButtonLink>
        }
      />
      <div className="flex flex-col gap-8">
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <div className="flex min-w-0 flex-col gap-5">
            <ProfileCard name={user.name} action={renameAction} />
            <EmailCard
              email={user.email}
              pending={pending}
              change={changeEmailAction}
              withdraw={withdrawEmailAction}
            />
          </div>
          <PasswordCard email={user.email} action={changePasswordAction} />
        </div>
        <SessionsSection
          sessions={sessions}
          revoke={revokeSessionAction}
          revokeOthers={revokeOtherSessionsAction}
        />
        <OwnData
          exports={exports}
          locale={locale}
          timeZone={organization.timeZone}
          request={requestOwnExportAction}
          mayDownload={mayDownloadOwnAction}
        />
        <EraseSelf isStaff={actor.role !== "client"} action={eraseSelfAction} />
      </div>
    </>
  );
}
