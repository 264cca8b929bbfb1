"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { ClientAddress, ClientCurrency, ClientText } from "@/components/clients/client-fields";
import { DialogForm } from "@/components/forms/dialog-form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { emptyClient } from "@/lib/clients/form-values";
import { type CreateClientForm, CreateClientInput } from "@/lib/clients/schemas";
import { newId } from "@/lib/platform/ids";
import type { ActionResult } from "@/lib/web/action";
import type { EditorClient } from "./values";

type Create = (input: CreateClientForm) => Promise<ActionResult<{ id: string; name: string }>>;

/** Creates a client without leaving the invoice. `name` is what was searched for; null keeps the dialog closed. */
export function ClientDialog({
  name,
  currency,
  create,
  onCreated,
  onClose,
}: {
  name: string | null;
  currency: string;
  create: Create;
  onCreated: (client: EditorClient) => void;
  onClose: () => void;
}) {
  const t = useTranslations("clients.create");
  return (
    <Dialog open={name !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent title={t("title")} description={t("description")} className="sm:max-w-lg">
        {name !== null && (
          <ClientDialogForm name={name} currency={currency} create={create} onCreated={onCreated} />
        )}
      </DialogContent>
    </Dialog>
  );
}

function ClientDialogForm({
  name,
  currency,
  create,
  onCreated,
}: {
  name: string;
  currency: string;
  create: Create;
  onCreated: (client: EditorClient) => void;
}) {
  const t = useTranslations("clients.form");
  const values = useMemo(() => ({ ...emptyClient(currency, name), id: newId() }), [name, currency]);
  const form = useActionForm<CreateClientForm, { id: string; name: string }>({
    schema: CreateClientInput,
    action: create,
    defaultValues: values,
    autoFocus: name ? "email" : "name",
    onSuccess: (created, { getValues }) => onCreated(editorClientOf(created, getValues())),
  });
  return (
    <DialogForm form={form} submitLabel={t("create")}>
      <ClientText form={form} name="name" required />
      <ClientText form={form} name="email" type="email" hint={t("emailHint")} />
      <ClientAddress form={form} />
      <div className="grid gap-4 sm:grid-cols-2">
        <ClientText form={form} name="taxNumber" />
        <ClientCurrency form={form} />
      </div>
    </DialogForm>
  );
}

function editorClientOf(created: { id: string; name: string }, typed: CreateClientForm): EditorClient {
  const text = (value: string | null | undefined) => value?.trim() || null;
  return {
    ...created,
    currency: typed.currency,
    paymentTermsDays: null,
    email: text(typed.email),
    taxNumber: text(typed.taxNumber),
    addressLine1: text(typed.addressLine1),
    addressLine2: text(typed.addressLine2),
    postalCode: text(typed.postalCode),
    city: text(typed.city),
    region: text(typed.region),
    country: text(typed.country),
  };
}
