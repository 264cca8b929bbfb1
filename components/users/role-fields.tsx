"use client";

import { useTranslations } from "next-intl";
import { type FieldValues, type Path, useWatch } from "react-hook-form";
import { type ClientChoice, type Clients, useClientSearch } from "@/components/clients/use-client-search";
import { ChoiceField } from "@/components/forms/choice-field";
import { Field } from "@/components/forms/field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Select } from "@/components/ui/select";
import { roles as builtInRoles } from "@/lib/core/permissions";
import type { RoleChoices } from "./types";

/** The role, what it means, and for the role client whose invoices it sees. */
export function RoleFields<
  Values extends FieldValues & { role: string; clientId?: string | null | undefined },
>({
  form,
  roles,
  clients,
  present = null,
}: {
  form: ActionForm<Values>;
  roles: RoleChoices;
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
      <Field
        form={form}
        name={roleName}
        label={t("members.role")}
        hint={t(`meaning.${builtInRoles.find((one) => one === role) ?? "custom"}`)}
        required
      >
        {({ onChange, ...field }) => (
          <Select
            {...field}
            onChange={(event) => {
              // Only a client's user belongs to a client.
              if (event.target.value !== "client") setValue(clientName, null as never);
              return onChange(event);
            }}
          >
            {roles.builtIn.map((one) => (
              <option key={one} value={one}>
                {names(one)}
              </option>
            ))}
            {roles.custom.length > 0 && (
              <optgroup label={t("roles.title")}>
                {roles.custom.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </optgroup>
            )}
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
