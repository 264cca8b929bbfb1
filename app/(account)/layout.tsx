import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { signOutAction } from "@/app/(staff)/actions";
import StaffLayout from "@/app/(staff)/layout";
import { StepUp } from "@/components/factors/step-up";
import { PublicShell } from "@/components/shell/public-shell";
import { SandboxBanner } from "@/components/staff/sandbox-banner";
import { ButtonLink } from "@/components/ui/button-link";
import { SubmitButton } from "@/components/ui/submit-button";
import { requirePermission } from "@/lib/web/current";
import { sandbox } from "@/lib/web/sandbox";
import { proveAction, waysToProveAction } from "./account/security/actions";

/** The frame of one's own account: that of the place where one's work is. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const { actor, organization } = await requirePermission("account.read");
  if (actor.role !== "client") return <StaffLayout>{children}</StaffLayout>;
  const t = await getTranslations();
  return (
    <PublicShell
      seller={organization.name}
      actions={
        <>
          <ButtonLink href="/portal" variant="ghost">
            {t("account.backToPortal")}
          </ButtonLink>
          <form action={signOutAction}>
            <SubmitButton variant="secondary">{t("portal.signOut")}</SubmitButton>
          </form>
        </>
      }
      banner={<SandboxBanner sandbox={sandbox()} demo={organization.isDemo} />}
    >
      <StepUp ways={waysToProveAction} prove={proveAction}>
        {children}
      </StepUp>
    </PublicShell>
  );
}
