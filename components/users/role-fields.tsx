"use client";

import { useTranslations } from "next-intl";
import { type FieldValues, type Path, useWatch } from "react-hook-form";
import { type ClientChoice, type Clients, useClientSearch } from "@/components/clients/use-client-search";
import { ChoiceField } from "@/components/forms/choice-field";
import { Field } from "@/components/forms/field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Select } from "@/components/ui/select";
import { roles } from "@/lib/core/permissions";

/** The role, what it means, and for the role client whose invoices it sees. */
export function RoleFields<
  Values extends FieldValues & { role: string; clientId?: string | null | undefined },
>({
  form,
  clients,
  present = null,
}: {
  form: ActionForm<Values>;
  clients: Clients;
  /** The client that the user belongs to already. */
  present?: ClientChoice | null;
}) {
  const t = useTranslations("users");
  const names = useTranslations("staff.roles");
  const roleName = "role" as Path<Values>;
  const clientName = "clientId" as Path<Values>;
  const role: string = useWatch({ control: form.form.control, name: roleName });
  const { setValue } = form.form;
  const { options, search } = useClientSearch(clients, present);
  return (
    <>
      <Field form={form} name={roleName} label={t("members.role")} hint={t(`meaning.${role}`)} required>
        {({ onChange, ...field }) => (
          <Select
            {...field}
            onChange={(event) => {
              // Only a client's user belongs to a client.
              if (event.target.value !== "client") setValue(clientName, null as never);
              return onChange(event);
            }}
          >
            {roles.map((one) => (
              <option key={one} value={one}>
                {names(one)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {role === "client" && (
        <ChoiceField
          form={form}
          name={clientName}
          label={names("client")}
          options={options}
          onSearch={search}
        />
      )}
    </>
  );
}
