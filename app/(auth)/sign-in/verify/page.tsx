import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SecondStep } from "@/components/factors/second-step";
import { AuthShell } from "@/components/shell/auth-shell";
import { SandboxBanner } from "@/components/staff/sandbox-banner";
import { secondStep } from "@/lib/factors/complete-sign-in";
import { currentSession } from "@/lib/web/current";
import { sandbox } from "@/lib/web/sandbox";
import { completeSignInAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.verify");
  return { title: t("title") };
}

export default async function VerifyPage() {
  const session = await currentSession();
  const ways = session?.stage === "pending" ? await secondStep(session.actor.sessionId) : null;
  if (!session || !ways) redirect("/");
  const t = await getTranslations("auth.verify");
  return (
    <AuthShell
      title={t("title")}
      banner={<SandboxBanner sandbox={sandbox()} demo={session.organization.isDemo} />}
      description={t("description", { email: session.user.email })}
      footer={
        <Link href="/sign-in" className="rounded-sm text-link hover:underline">
          {t("other")}
        </Link>
      }
    >
      <SecondStep ways={ways} action={completeSignInAction} />
    </AuthShell>
  );
}
