import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { formatDateTime } from "@/lib/i18n/format";
import { RevokeInvitation } from "./revoke-invitation";
import type { Action, Invitation } from "./types";

/** Invitations that nobody has accepted yet. */
export function Invitations({
  invitations,
  locale,
  timeZone,
  revoke,
}: {
  invitations: readonly Invitation[];
  locale: string;
  timeZone: string;
  /** Null for who may not. */
  revoke: Action | null;
}) {
  const t = useTranslations("users.invitations");
  const roles = useTranslations("staff.roles");
  const columns: Column<Invitation>[] = [
    {
      key: "email",
      header: t("email"),
      cell: (one) => <span className="font-medium [overflow-wrap:anywhere]">{one.email}</span>,
    },
    {
      key: "role",
      header: t("role"),
      cell: (one) => <bdi>{one.role === "custom" ? one.roleName : roles(one.role)}</bdi>,
    },
    {
      key: "expires",
      header: t("expires"),
      showFrom: "sm",
      cell: (one) => formatDateTime(one.expiresAt, locale, timeZone),
    },
    {
      key: "actions",
      header: t("actions"),
      hideHeader: true,
      align: "end",
      className: "max-sm:order-3 max-sm:pt-2",
      cell: (one) => revoke && <RevokeInvitation id={one.id} email={one.email} action={revoke} />,
    },
  ];
  return (
    <section className="flex flex-col gap-3" aria-labelledby="invitations">
      <h2 id="invitations" className="text-base font-semibold">
        {t("title")}
      </h2>
      <DataTable
        caption={t("title")}
        columns={columns}
        rows={invitations}
        rowKey={(one) => one.id}
        rowSummary={(one) => t("until", { time: formatDateTime(one.expiresAt, locale, timeZone) })}
      />
    </section>
  );
}
