import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import {
  addPasskeyAction,
  confirmAppAction,
  newPasskeyQuestionAction,
  proveAction,
  startAppAction,
  waysToProveAction,
} from "@/app/(account)/account/security/actions";
import { signOutAction } from "@/app/(staff)/actions";
import { Enrolment } from "@/components/factors/enrolment";
import { StepUp } from "@/components/factors/step-up";
import { AuthShell } from "@/components/shell/auth-shell";
import { SandboxBanner } from "@/components/staff/sandbox-banner";
import { SubmitButton } from "@/components/ui/submit-button";
import { currentSession } from "@/lib/web/current";
import { sandbox } from "@/lib/web/sandbox";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("factors.enrol");
  return { title: t("title") };
}

/** Where people are led who need a second factor and have none. */
export default async function EnrolPage() {
  const session = await currentSession();
  if (session?.stage !== "enrolling") redirect("/");
  const t = await getTranslations("factors.enrol");
  return (
    <AuthShell
      title={t("title")}
      banner={<SandboxBanner sandbox={sandbox()} demo={session.organization.isDemo} />}
      description={t("description", { organization: session.organization.name })}
      footer={
        <form action={signOutAction}>
          <SubmitButton variant="link">{t("signOut")}</SubmitButton>
        </form>
      }
    >
      <StepUp ways={waysToProveAction} prove={proveAction}>
        <Enrolment
          onward="/"
          actions={{
            startApp: startAppAction,
            confirmApp: confirmAppAction,
            passkeyQuestion: newPasskeyQuestionAction,
            addPasskey: addPasskeyAction,
          }}
        />
      </StepUp>
    </AuthShell>
  );
}
