import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ResetForm } from "@/components/auth/reset-form";
import { AuthShell } from "@/components/shell/auth-shell";
import { SandboxBanner } from "@/components/staff/sandbox-banner";
import { ButtonLink } from "@/components/ui/button-link";
import { findReset } from "@/lib/accounts/reset-password";
import { sandbox } from "@/lib/web/sandbox";
import { resetPasswordAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.reset"))("title") };
}

export default async function ResetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [t, reset] = await Promise.all([getTranslations("auth.reset"), findReset(token)]);
  const banner = <SandboxBanner sandbox={sandbox()} />;
  if (!reset)
    return (
      <AuthShell title={t("endedTitle")} description={t("ended")} banner={banner}>
        <ButtonLink href="/forgot-password" variant="primary" size="lg" className="w-full">
          {t("another")}
        </ButtonLink>
      </AuthShell>
    );
  return (
    <AuthShell title={t("title")} description={t("description", { email: reset.email })} banner={banner}>
      <ResetForm action={resetPasswordAction} token={token} email={reset.email} />
    </AuthShell>
  );
}
