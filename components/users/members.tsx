import { useTranslations } from "next-intl";
import type { Clients } from "@/components/clients/use-client-search";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { ChangeRole } from "./change-role";
import { ChangeStatus } from "./change-status";
import { ResetFactors } from "./reset-factors";
import type { Action, Member, RoleChoices } from "./types";

/** Everybody who belongs to the organization. One's own row has no buttons: another admin has them. */
export function Members({
  members,
  ownId,
  clients,
  choices,
  actions,
}: {
  members: readonly Member[];
  ownId: string;
  clients: Clients;
  choices: RoleChoices;
  /** Null for what the reader may not do. */
  actions: Record<"changeRole" | "setStatus" | "resetFactors", Action | null>;
}) {
  const t = useTranslations("users.members");
  const roles = useTranslations("staff.roles");
  const { changeRole, setStatus, resetFactors } = actions;
  const columns: Column<Member>[] = [
    {
      key: "name",
      header: t("name"),
      cell: (member) => (
        <span className="flex min-w-0 items-center gap-3">
          <Avatar name={member.name} />
          <span className="min-w-0">
            <span className="flex flex-wrap items-center gap-x-2">
              <span className="min-w-0 font-medium [overflow-wrap:anywhere]">{member.name}</span>
              {member.userId === ownId && <Badge>{t("you")}</Badge>}
            </span>
            <span className="block text-xs text-muted-foreground [overflow-wrap:anywhere]">
              {member.email}
            </span>
          </span>
        </span>
      ),
    },
    {
      key: "role",
      header: t("role"),
      cell: (member) => (
        <>
          <bdi>{member.role === "custom" ? member.roleName : roles(member.role)}</bdi>
          {member.clientName && (
            <span className="block text-xs text-muted-foreground">{member.clientName}</span>
          )}
        </>
      ),
    },
    {
      key: "status",
      header: t("status"),
      cell: (member) => (
        <Badge dot tone={member.status === "active" ? "success" : "neutral"}>
          {t(member.status)}
        </Badge>
      ),
    },
    {
      key: "factors",
      header: t("factors"),
      showFrom: "sm",
      cell: (member) => t("factorCount", { count: member.factors }),
    },
    {
      key: "actions",
      header: t("actions"),
      hideHeader: true,
      align: "end",
      className: "max-sm:order-3 max-sm:col-span-2 max-sm:col-start-1 max-sm:pt-2 max-sm:empty:hidden",
      cell: (member) =>
        member.userId !== ownId && (
          <span className="inline-flex flex-wrap gap-1.5 sm:justify-end">
            {changeRole && (
              <ChangeRole member={member} roles={choices} clients={clients} action={changeRole} />
            )}
            {member.factors > 0 && resetFactors && <ResetFactors member={member} action={resetFactors} />}
            {setStatus && <ChangeStatus member={member} action={setStatus} />}
          </span>
        ),
    },
  ];
  return <DataTable caption={t("title")} columns={columns} rows={members} rowKey={(row) => row.userId} />;
}
