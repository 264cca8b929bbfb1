import { ShieldCheck } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmailCard } from "@/components/account/email-card";
import { PasswordCard } from "@/components/account/password-card";
import { ProfileCard } from "@/components/account/profile-card";
import { SessionsSection } from "@/components/account/sessions-section";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { pendingEmail } from "@/lib/accounts/change-email";
import { listSessions } from "@/lib/accounts/sessions";
import { requirePermission } from "@/lib/web/current";
import {
  changeEmailAction,
  changePasswordAction,
  renameAction,
  revokeOtherSessionsAction,
  revokeSessionAction,
  withdrawEmailAction,
} from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

export default async function AccountPage() {
  const { ctx, user } = await requirePermission("account.read");
  const [t, sessions, pending] = await Promise.all([
    getTranslations("account"),
    listSessions(ctx, {}),
    pendingEmail(ctx, {}),
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
      </div>
    </>
  );
}
