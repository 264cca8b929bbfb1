import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PasskeySignIn } from "@/components/auth/passkey-sign-in";
import { SignInForm } from "@/components/auth/sign-in-form";
import { AuthShell } from "@/components/shell/auth-shell";
import { SandboxBanner } from "@/components/staff/sandbox-banner";
import { Alert } from "@/components/ui/alert";
import { needsSetUp } from "@/lib/organizations/queries";
import { currentUser } from "@/lib/web/current";
import { firstValues, type SearchParams } from "@/lib/web/params";
import { sandbox } from "@/lib/web/sandbox";
import { passkeyQuestionAction, passkeySignInAction, signInAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signIn");
  return { title: t("title") };
}

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  if ((await currentUser()) || (await needsSetUp())) redirect("/");
  const [t, { notice }] = await Promise.all([getTranslations("auth.signIn"), firstValues(searchParams)]);
  return (
    <AuthShell
      title={t("title")}
      description={t("description")}
      banner={<SandboxBanner sandbox={sandbox()} />}
    >
      {notice === "password" && (
        <Alert tone="success" className="mb-4">
          {t("passwordSet")}
        </Alert>
      )}
      <SignInForm action={signInAction} />
      <PasskeySignIn question={passkeyQuestionAction} action={passkeySignInAction} />
    </AuthShell>
  );
}
