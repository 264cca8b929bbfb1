"use client";

import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Clients } from "@/components/clients/use-client-search";
import { DialogForm } from "@/components/forms/dialog-form";
import { Field } from "@/components/forms/field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { newId } from "@/lib/platform/ids";
import { InviteInput } from "@/lib/users/schemas";
import { RoleFields } from "./role-fields";
import type { Action, RoleChoices } from "./types";

type Props = { action: Action; roles: RoleChoices; clients: Clients };

/** The button and the dialog that invite a person. */
export function InviteUser(props: Props) {
  const t = useTranslations("users.invite");
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="primary">
          <UserPlus aria-hidden />
          {t("open")}
        </Button>
      </DialogTrigger>
      <DialogContent title={t("title")} description={t("description")}>
        <InviteForm {...props} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

// A component of its own: it is made when the dialog opens, and its id with it.
function InviteForm({ action, roles, clients, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations("users.invite");
  const [id] = useState(newId);
  const form = useActionForm({
    schema: InviteInput,
    action,
    defaultValues: {
      id,
      email: "",
      role: roles.builtIn.includes("accountant") ? "accountant" : (roles.custom[0]?.id ?? "client"),
      clientId: null,
    },
    autoFocus: "email",
    onSuccess: (_, { getValues }) => {
      toast.success(t("sent", { email: getValues("email") }));
      onDone();
    },
  });
  return (
    <DialogForm form={form} submitLabel={t("submit")}>
      <Field form={form} name="email" label={t("email")} required>
        {(field) => <Input {...field} type="email" autoComplete="off" />}
      </Field>
      <RoleFields form={form} roles={roles} clients={clients} />
    </DialogForm>
  );
}
