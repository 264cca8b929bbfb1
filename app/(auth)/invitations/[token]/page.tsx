import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AcceptInvitationForm } from "@/components/auth/accept-invitation-form";
import { AuthShell } from "@/components/shell/auth-shell";
import { SandboxBanner } from "@/components/staff/sandbox-banner";
import { findInvitation } from "@/lib/users/accept-invitation";
import { sandbox } from "@/lib/web/sandbox";
import { acceptInvitationAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.invitation");
  return { title: t("pageTitle") };
}

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await findInvitation(token);
  if (!invitation) notFound();
  const t = await getTranslations("auth.invitation");
  return (
    <AuthShell
      title={t("title", { organization: invitation.organization })}
      description={t("description", { role: invitation.role, name: invitation.roleName ?? "" })}
      banner={<SandboxBanner sandbox={sandbox()} />}
    >
      <AcceptInvitationForm action={acceptInvitationAction} token={token} email={invitation.email} />
    </AuthShell>
  );
}
