"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { ActionForm, FormMessage } from "@/components/forms/action-form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardFooter } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import { UpdateOrganizationInput } from "@/lib/organizations/schemas";
import type { ActionResult } from "@/lib/web/action";
import { AddressFields } from "./address-fields";
import { IdentityFields } from "./identity-fields";
import { InvoicingFields } from "./invoicing-fields";
import type { Organization, OrganizationChoices } from "./organization";
import { organizationValues } from "./organization-values";

/** Everything about the organization that an admin can change, on one page. */
export function OrganizationForm({
  organization,
  choices,
  action,
}: {
  organization: Organization;
  choices: OrganizationChoices;
  action: (input: unknown) => Promise<ActionResult<{ version: number }>>;
}) {
  const t = useTranslations("settings.organization");
  const form = useActionForm({
    schema: UpdateOrganizationInput,
    action,
    defaultValues: organizationValues(organization),
    onSuccess: ({ version }, { getValues, reset }) => {
      reset({ ...getValues(), version });
      toast.success(t("saved"));
    },
  });

  // Somebody else saved: a form without changes shows it, one with changes keeps them and is told when it saves.
  const { getValues, reset, formState } = form.form;
  const { isDirty } = formState;
  useEffect(() => {
    if (!isDirty && organization.version > getValues("version")) reset(organizationValues(organization));
  }, [organization, isDirty, getValues, reset]);

  return (
    <ActionForm form={form}>
      <Card>
        <CardContent className="flex flex-col gap-8">
          <FormMessage form={form} />
          <IdentityFields form={form} />
          <AddressFields form={form} countries={choices.countries} />
          <InvoicingFields form={form} choices={choices} />
        </CardContent>
        <CardFooter className="sticky bottom-0 z-10 bg-muted">
          {isDirty && (
            <>
              <span className="mr-auto text-sm text-muted-foreground">{t("unsaved")}</span>
              <Button onClick={() => reset()}>{t("discard")}</Button>
            </>
          )}
          <Button type="submit" variant="primary" pending={form.pending}>
            {t("save")}
          </Button>
        </CardFooter>
      </Card>
    </ActionForm>
  );
}
