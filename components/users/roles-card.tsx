import { Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import type { StoredRole } from "./types";

/** The organization's own roles, each with how much it may and how many hold it, and the way to another one. */
export function RolesCard({ roles, editable }: { roles: readonly StoredRole[]; editable: boolean }) {
  const t = useTranslations("users.roles");
  return (
    <Card>
      <CardHeader
        title={t("title")}
        description={t("description")}
        actions={
          editable && (
            <ButtonLink href="/settings/users/roles/new">
              <Plus aria-hidden />
              {t("new")}
            </ButtonLink>
          )
        }
      />
      <CardContent className="text-sm">
        {roles.length === 0 && <p className="text-muted-foreground">{t("none")}</p>}
        <ul className="divide-y divide-border">
          {roles.map((role) => (
            <li key={role.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5">
              <div className="min-w-0 flex-1">
                {editable ? (
                  <Link
                    href={`/settings/users/roles/${role.id}`}
                    className="rounded-sm font-medium [overflow-wrap:anywhere] hover:underline"
                  >
                    <bdi>{role.name}</bdi>
                  </Link>
                ) : (
                  <bdi className="font-medium [overflow-wrap:anywhere]">{role.name}</bdi>
                )}
                <span className="block text-xs text-muted-foreground">
                  {t("count", { count: role.permissions.length })} · {t("holders", { count: role.holders })}
                </span>
              </div>
              {editable && (
                <ButtonLink
                  size="sm"
                  href={`/settings/users/roles/new?from=${role.id}`}
                  aria-label={t("duplicateLabel", { name: role.name })}
                >
                  {t("duplicate")}
                </ButtonLink>
              )}
            </li>
          ))}
        </ul>
      </CardContent>
    </Card>
  );
}
