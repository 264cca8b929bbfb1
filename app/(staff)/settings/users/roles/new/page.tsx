import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { NewRoleForm } from "@/components/users/role-form";
import { grantable } from "@/lib/core/custom-roles";
import { may } from "@/lib/core/permissions";
import { isId, newId } from "@/lib/platform/ids";
import { getRole } from "@/lib/users/roles";
import { requireStaff } from "@/lib/web/current";
import { orNotFound } from "@/lib/web/page";
import { firstValues, type SearchParams } from "@/lib/web/params";
import { createRoleAction } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("users.roles"))("newTitle") };
}

export default async function NewRolePage({ searchParams }: { searchParams: SearchParams }) {
  const { ctx, can } = await requireStaff("role.write");
  const [t, names, { from }] = await Promise.all([
    getTranslations("users.roles"),
    getTranslations("staff.roles"),
    firstValues(searchParams),
  ]);
  const builtIn = (["admin", "accountant"] as const).find((role) => role === from);
  const copied = from && isId(from) ? await orNotFound(getRole(ctx, { id: from })) : null;
  const name = builtIn ? names(builtIn) : copied?.name;
  const giveable = grantable.filter(can);
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-base font-semibold">{t("newTitle")}</h2>
        <div className="flex flex-wrap gap-2">
          {(["accountant", "admin"] as const).map((role) => (
            <ButtonLink key={role} size="sm" href={`/settings/users/roles/new?from=${role}`}>
              {t("startFrom", { name: names(role) })}
            </ButtonLink>
          ))}
        </div>
      </div>
      <NewRoleForm
        key={from}
        values={{
          id: newId(),
          name: name ? t("copyOf", { name }) : "",
          permissions: giveable.filter((permission) =>
            builtIn ? may(builtIn, permission) : copied?.permissions.includes(permission),
          ),
        }}
        giveable={giveable}
        action={createRoleAction}
      />
    </div>
  );
}
