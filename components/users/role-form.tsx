"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { ActionForm, FormMessage } from "@/components/forms/action-form";
import { Field, useFieldError } from "@/components/forms/field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardContent, CardFooter } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import type { Permission } from "@/lib/core/permissions";
import { RoleInput, UpdateRoleInput } from "@/lib/users/schemas";
import { PermissionPicker } from "./permission-picker";
import type { Action } from "./types";

type Values = { id: string; name: string; permissions: Permission[]; version?: number | undefined };

/** A custom role, new or as it is (then with its version), on a page of its own. */
export function RoleForm({
  values,
  giveable,
  action,
}: {
  values: Values;
  /** What the chooser has and may give. */
  giveable: readonly Permission[];
  action: Action;
}) {
  const t = useTranslations("users.roles");
  const ui = useTranslations("ui.dialog");
  const router = useRouter();
  const isNew = values.version === undefined;
  const form = useActionForm<Values, unknown>({
    schema: (isNew ? RoleInput : UpdateRoleInput) as never,
    action,
    defaultValues: values,
    autoFocus: "name",
    onSuccess: (_, { getValues }) => {
      toast.success(t(isNew ? "created" : "saved", { name: getValues("name") }));
      router.push("/settings/users");
    },
  });
  const chosen = useWatch({ control: form.form.control, name: "permissions" });
  const problem = useFieldError(form, "permissions");
  return (
    <ActionForm form={form}>
      <Card>
        <CardContent className="flex flex-col gap-5">
          <FormMessage form={form} />
          <div className="max-w-sm">
            <Field form={form} name="name" label={t("name")} required>
              {(field) => <Input {...field} maxLength={60} autoComplete="off" dir="auto" />}
            </Field>
          </div>
          <section aria-label={t("permissions")} className="flex flex-col gap-2">
            <div>
              <h2 className="text-sm font-medium">{t("permissions")}</h2>
              <p className="text-sm text-muted-foreground">{t("permissionsHint")}</p>
            </div>
            {problem && (
              <p role="alert" className="text-sm text-danger-text">
                {problem}
              </p>
            )}
            <PermissionPicker
              chosen={chosen}
              giveable={giveable}
              onChange={(next) =>
                form.form.setValue("permissions", next, {
                  shouldDirty: true,
                  shouldValidate: Boolean(problem),
                })
              }
            />
          </section>
        </CardContent>
        <CardFooter>
          <span className="mr-auto text-sm text-muted-foreground">
            {t("count", { count: chosen.length })}
          </span>
          <ButtonLink href="/settings/users">{ui("cancel")}</ButtonLink>
          <Button type="submit" variant="primary" pending={form.pending}>
            {t(isNew ? "create" : "save")}
          </Button>
        </CardFooter>
      </Card>
    </ActionForm>
  );
}
