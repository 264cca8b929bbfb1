import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmailChange } from "@/components/auth/email-change";
import { AuthShell } from "@/components/shell/auth-shell";
import { SandboxBanner } from "@/components/staff/sandbox-banner";
import { ButtonLink } from "@/components/ui/button-link";
import { findEmailChange } from "@/lib/accounts/answer-email";
import { sandbox } from "@/lib/web/sandbox";
import { cancelEmailAction, confirmEmailAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.emailChange"))("title") };
}

export default async function EmailChangePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [t, change] = await Promise.all([getTranslations("auth.emailChange"), findEmailChange(token)]);
  const banner = <SandboxBanner sandbox={sandbox()} />;
  if (!change)
    return (
      <AuthShell title={t("endedTitle")} description={t("ended")} banner={banner}>
        <ButtonLink href="/account" variant="primary" size="lg" className="w-full">
          {t("account")}
        </ButtonLink>
      </AuthShell>
    );
  return (
    <AuthShell title={t("title")} description={t("description")} banner={banner}>
      <EmailChange token={token} change={change} confirm={confirmEmailAction} cancel={cancelEmailAction} />
    </AuthShell>
  );
}
