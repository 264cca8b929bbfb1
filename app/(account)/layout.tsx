import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { StepUp } from "@/components/factors/step-up";
import { PublicShell } from "@/components/shell/public-shell";
import { ButtonLink } from "@/components/ui/button-link";
import { requirePermission } from "@/lib/web/current";
import StaffLayout from "../(staff)/layout";
import { proveAction, waysToProveAction } from "./account/security/actions";

/** The frame of a person's own pages: for staff that of all other pages, for a client that of the portal. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const { actor, organization } = await requirePermission("factor.read");
  if (actor.role !== "client") return <StaffLayout>{children}</StaffLayout>;
  const t = await getTranslations("factors");
  return (
    <PublicShell seller={organization.name} actions={<ButtonLink href="/portal">{t("back")}</ButtonLink>}>
      <StepUp ways={waysToProveAction} prove={proveAction}>
        {children}
      </StepUp>
    </PublicShell>
  );
}
