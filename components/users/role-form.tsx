"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type DefaultValues, type FieldValues, type Path, useWatch } from "react-hook-form";
import type { z } from "zod";
import { ActionForm, FormMessage } from "@/components/forms/action-form";
import { Field, useFieldError } from "@/components/forms/field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardContent, CardFooter } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import type { Permission } from "@/lib/core/permissions";
import { type RoleForm, RoleInput, type UpdateRoleForm, UpdateRoleInput } from "@/lib/users/schemas";
import { PermissionPicker } from "./permission-picker";
import type { Action } from "./types";

type Props<Values extends FieldValues> = {
  values: Values;
  /** What the chooser has and may give. */
  giveable: readonly Permission[];
  action: Action;
};

/** A new custom role, on a page of its own. */
export function NewRoleForm(props: Props<RoleForm>) {
  const t = useTranslations("users.roles");
  return <Form {...props} schema={RoleInput} submitLabel={t("create")} done="created" />;
}

/** A custom role that is there; its version comes with the values. */
export function EditRoleForm(props: Props<UpdateRoleForm>) {
  const t = useTranslations("users.roles");
  return <Form {...props} schema={UpdateRoleInput} submitLabel={t("save")} done="saved" />;
}

function Form<Values extends RoleForm & FieldValues>({
  values,
  giveable,
  action,
  schema,
  submitLabel,
  done,
}: Props<Values> & { schema: z.ZodType<unknown, Values>; submitLabel: string; done: "created" | "saved" }) {
  const t = useTranslations("users.roles");
  const ui = useTranslations("ui.dialog");
  const router = useRouter();
  const [name, permissions] = ["name" as Path<Values>, "permissions" as Path<Values>];
  const form = useActionForm<Values, unknown>({
    schema,
    action,
    defaultValues: values as DefaultValues<Values>,
    autoFocus: name,
    onSuccess: (_, { getValues }) => {
      toast.success(t(done, { name: getValues(name) }));
      router.push("/settings/users");
    },
  });
  const chosen: Permission[] = useWatch({ control: form.form.control, name: permissions });
  const problem = useFieldError(form, permissions);
  return (
    <ActionForm form={form}>
      <Card>
        <CardContent className="flex flex-col gap-5">
          <FormMessage form={form} />
          <div className="max-w-sm">
            <Field form={form} name={name} label={t("name")} required>
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
                form.form.setValue(permissions, next as never, {
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
            {submitLabel}
          </Button>
        </CardFooter>
      </Card>
    </ActionForm>
  );
}
