import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { StepUp } from "@/components/factors/step-up";
import { AppShell } from "@/components/shell/app-shell";
import { GrantedPermissions } from "@/components/shell/granted";
import { AccountMenu } from "@/components/staff/account-menu";
import { LiveRefresh } from "@/components/staff/live-refresh";
import { staffCommands, staffNavigation } from "@/components/staff/navigation";
import { SandboxBanner } from "@/components/staff/sandbox-banner";
import { CommandPalette } from "@/components/ui/command-palette";
import { CommandPaletteTrigger } from "@/components/ui/command-palette-trigger";
import { type Permission, permissions } from "@/lib/core/permissions";
import { currentUser, requireStaff } from "@/lib/web/current";
import { sandbox } from "@/lib/web/sandbox";
import { proveAction, waysToProveAction } from "../(account)/account/security/actions";
import { signOutAction } from "./actions";

/** The frame of staff's pages. Each page asks for its own permission: a frame is not drawn for every request. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  if ((await currentUser())?.actor.role === "client") redirect("/portal");
  const { actor, user, organization, can } = await requireStaff();
  const [nav, commands] = await Promise.all([staffNavigation(can), staffCommands(can)]);
  const granted = (Object.keys(permissions) as Permission[]).filter(can);
  return (
    <AppShell
      organization={organization.name}
      nav={nav}
      user={
        <AccountMenu
          name={user.name}
          email={user.email}
          role={typeof actor.role === "string" ? actor.role : { name: actor.role.name }}
          signOut={signOutAction}
        />
      }
      search={<CommandPaletteTrigger />}
      banner={<SandboxBanner sandbox={sandbox()} demo={organization.isDemo} />}
    >
      <StepUp ways={waysToProveAction} prove={proveAction}>
        <GrantedPermissions permissions={granted}>{children}</GrantedPermissions>
      </StepUp>
      <CommandPalette groups={commands} />
      <LiveRefresh url="/api/live" />
    </AppShell>
  );
}
