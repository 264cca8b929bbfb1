import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { type CustomRole, may, roles } from "@/lib/core/permissions";
import { rolePermissions } from "./role-permissions";

/** The permission table as the code holds it: what each role may do, the organization's own as well. */
export function PermissionTable({ custom }: { custom: readonly CustomRole[] }) {
  const t = useTranslations("users.permissions");
  const names = useTranslations("staff.roles");
  const columns = [
    ...roles.map((role) => ({ key: role as string, name: names(role), role })),
    ...custom.map((role) => ({ key: role.id, name: role.name, role })),
  ];
  return (
    <Card>
      <CardHeader title={t("title")} description={t("description")} />
      {/* Scrolls by the keyboard, too, where there are more roles than fit. */}
      <CardContent
        role="region"
        aria-label={t("title")}
        tabIndex={0}
        className="relative overflow-x-auto px-0 pb-1 sm:px-0"
      >
        <table className="w-full text-sm">
          <caption className="sr-only">{t("title")}</caption>
          <thead>
            <tr className="text-xs text-muted-foreground">
              <th scope="col" className="px-4 pb-2 text-left font-medium sm:px-5">
                {t("what")}
              </th>
              {columns.map(({ key, name }) => (
                <th
                  key={key}
                  scope="col"
                  className="w-24 min-w-18 px-1 pb-2 text-center align-bottom font-medium [overflow-wrap:anywhere] max-sm:w-18 max-sm:px-0.5 max-sm:text-[0.6875rem]"
                >
                  <bdi>{name}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rolePermissions.map((permission) => (
              <tr key={permission} className="border-t border-border">
                <th scope="row" className="min-w-26 px-4 py-1.5 text-left font-normal sm:px-5">
                  {t(`names.${permission}`)}
                </th>
                {columns.map(({ key, role }) => (
                  <td key={key} className="px-1 py-1.5 text-center">
                    {may(role, permission) ? (
                      <>
                        <Check aria-hidden className="inline size-4 text-success-text" />
                        <span className="sr-only">{t("yes")}</span>
                      </>
                    ) : (
                      <>
                        <span aria-hidden className="text-muted-foreground/60">
                          –
                        </span>
                        <span className="sr-only">{t("no")}</span>
                      </>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </CardContent>
    </Card>
  );
}
