import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { DeleteRole } from "@/components/users/delete-role";
import { EditRoleForm } from "@/components/users/role-form";
import { RoleHolders } from "@/components/users/role-holders";
import { customRole, goesBeyond, grantable } from "@/lib/core/custom-roles";
import { getRole } from "@/lib/users/roles";
import { requireStaff } from "@/lib/web/current";
import { orNotFound } from "@/lib/web/page";
import { deleteRoleAction, updateRoleAction } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("users.roles"))("editTitle") };
}

export default async function RolePage({ params }: { params: Promise<{ id: string }> }) {
  const { ctx, can, actor } = await requireStaff("role.write");
  const [t, role] = await Promise.all([
    getTranslations("users.roles"),
    orNotFound(getRole(ctx, await params)),
  ]);
  const { id, name, version, holders } = role;
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="min-w-0 text-base font-semibold [overflow-wrap:anywhere]">
          <bdi>{name}</bdi>
        </h2>
        {holders.length === 0 && <DeleteRole id={id} name={name} action={deleteRoleAction} />}
      </div>
      <RoleHolders holders={holders} />
      {goesBeyond(customRole(role), actor.role) ? (
        <Alert tone="warning">{t("beyond")}</Alert>
      ) : (
        <EditRoleForm
          key={version}
          values={{
            id,
            name,
            version,
            permissions: grantable.filter((permission) => role.permissions.includes(permission)),
          }}
          giveable={grantable.filter(can)}
          action={updateRoleAction}
        />
      )}
    </div>
  );
}
