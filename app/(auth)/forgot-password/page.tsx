import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ForgotForm } from "@/components/auth/forgot-form";
import { AuthShell } from "@/components/shell/auth-shell";
import { SandboxBanner } from "@/components/staff/sandbox-banner";
import { sandbox } from "@/lib/web/sandbox";
import { requestResetAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.forgot"))("title") };
}

export default async function ForgotPasswordPage() {
  const t = await getTranslations("auth");
  return (
    <AuthShell
      title={t("forgot.title")}
      description={t("forgot.description")}
      banner={<SandboxBanner sandbox={sandbox()} />}
      footer={
        <Link href="/sign-in" className="text-link hover:underline">
          {t("backToSignIn")}
        </Link>
      }
    >
      <ForgotForm action={requestResetAction} />
    </AuthShell>
  );
}
