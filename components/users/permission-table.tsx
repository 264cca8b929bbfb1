import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { may, roles } from "@/lib/core/permissions";
import { rolePermissions } from "./role-permissions";

/** The permission table as the code holds it: what each role may do. */
export function PermissionTable() {
  const t = useTranslations("users.permissions");
  const names = useTranslations("staff.roles");
  return (
    <Card>
      <CardHeader title={t("title")} description={t("description")} />
      <CardContent className="px-0 pb-1 sm:px-0">
        <table className="w-full text-sm">
          <caption className="sr-only">{t("title")}</caption>
          <thead>
            <tr className="text-xs text-muted-foreground">
              <th scope="col" className="px-4 pb-2 text-left font-medium sm:px-5">
                {t("what")}
              </th>
              {roles.map((role) => (
                <th key={role} scope="col" className="w-24 px-1 pb-2 text-center font-medium max-sm:w-18">
                  {names(role)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rolePermissions.map((permission) => (
              <tr key={permission} className="border-t border-border">
                <th scope="row" className="px-4 py-1.5 text-left font-normal sm:px-5">
                  {t(`names.${permission}`)}
                </th>
                {roles.map((role) => (
                  <td key={role} className="px-1 py-1.5 text-center">
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
