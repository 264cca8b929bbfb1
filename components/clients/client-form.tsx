"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FieldPath, FieldValues } from "react-hook-form";
import type { z } from "zod";
import { ActionForm, FormMessage } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { FormSection } from "@/components/forms/form-section";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardContent, CardFooter } from "@/components/ui/card";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import {
  type ClientForm as ClientFormValues,
  type CreateClientForm,
  CreateClientInput,
  type UpdateClientForm,
  UpdateClientInput,
} from "@/lib/clients/schemas";
import type { ActionResult } from "@/lib/web/action";
import { ClientAddress, ClientCurrency, ClientText } from "./client-fields";

type Props<Values extends FieldValues> = {
  values: Values;
  action: (input: Values) => Promise<ActionResult<{ id: string }>>;
  /** The organization's own, said as the default. */
  defaultTerms: number;
};

/** A new client, on a page of its own. */
export function NewClientForm(props: Props<CreateClientForm>) {
  const t = useTranslations("clients.form");
  return (
    <Form
      {...props}
      schema={CreateClientInput}
      submitLabel={t("create")}
      done={t("created", { name: "{name}" })}
      cancelHref="/clients"
    />
  );
}

/** A client that is there; its version comes with the values. */
export function EditClientForm(props: Props<UpdateClientForm>) {
  const t = useTranslations("clients.form");
  return (
    <Form
      {...props}
      schema={UpdateClientInput}
      submitLabel={t("save")}
      done={t("saved")}
      cancelHref={`/clients/${props.values.id}`}
    />
  );
}

function Form<Values extends ClientFormValues & FieldValues>({
  values,
  action,
  schema,
  defaultTerms,
  submitLabel,
  done,
  cancelHref,
}: Props<Values> & {
  schema: z.ZodType<unknown, Values>;
  submitLabel: string;
  done: string;
  cancelHref: string;
}) {
  const t = useTranslations("clients.form");
  const ui = useTranslations("ui.dialog");
  const router = useRouter();
  const form = useActionForm<Values, { id: string }>({
    schema,
    action,
    defaultValues: values as never,
    autoFocus: "name" as FieldPath<Values>,
    onSuccess: ({ id }, { getValues }) => {
      toast.success(done.replace("{name}", () => String(getValues("name" as FieldPath<Values>)).trim()));
      router.push(`/clients/${id}`);
    },
  });
  return (
    <ActionForm form={form}>
      <Card>
        <CardContent className="flex flex-col gap-8">
          <FormMessage form={form} />
          <FormSection title={t("contact")}>
            <div className="grid gap-4 sm:grid-cols-2">
              <ClientText form={form} name="name" required className="sm:col-span-2" />
              <ClientText form={form} name="email" type="email" hint={t("emailHint")} />
              <ClientText form={form} name="contactName" />
              <ClientText form={form} name="phone" type="tel" inputMode="tel" />
              <ClientText form={form} name="taxNumber" />
            </div>
          </FormSection>
          <FormSection title={t("address")}>
            <ClientAddress form={form} />
          </FormSection>
          <FormSection title={t("billing")}>
            <div className="grid gap-4 sm:grid-cols-2">
              <ClientCurrency form={form} />
              <ClientText
                form={form}
                name="paymentTermsDays"
                inputMode="numeric"
                hint={t("paymentTermsHint", { days: defaultTerms })}
              />
              <Field
                form={form}
                name={"notes" as FieldPath<Values>}
                label={t("notes")}
                hint={t("notesHint")}
                optional
                className="sm:col-span-2"
              >
                {(field) => <Textarea {...field} dir="auto" />}
              </Field>
            </div>
          </FormSection>
        </CardContent>
        <CardFooter className="sticky bottom-0 bg-card">
          <ButtonLink href={cancelHref}>{ui("cancel")}</ButtonLink>
          <Button type="submit" variant="primary" pending={form.pending}>
            {submitLabel}
          </Button>
        </CardFooter>
      </Card>
    </ActionForm>
  );
}
