"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Clients } from "@/components/clients/use-client-search";
import { DialogForm } from "@/components/forms/dialog-form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { ChangeRoleInput } from "@/lib/users/schemas";
import { RoleFields } from "./role-fields";
import type { Action, Member, RoleChoices } from "./types";

type Props = { member: Member; roles: RoleChoices; clients: Clients; action: Action };

/** The button and the dialog that give a member another role. */
export function ChangeRole(props: Props) {
  const t = useTranslations("users.changeRole");
  const [open, setOpen] = useState(false);
  const { name } = props.member;
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button size="sm" aria-label={t("label", { name })}>
          {t("open")}
        </Button>
      </DialogTrigger>
      <DialogContent title={t("title", { name })} description={t("description")}>
        <RoleForm {...props} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function RoleForm({ member, roles, clients, action, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations("users.changeRole");
  const form = useActionForm({
    schema: ChangeRoleInput,
    action,
    defaultValues: {
      userId: member.userId,
      role: member.customRoleId ?? member.role,
      clientId: member.clientId,
    },
    autoFocus: "role",
    onSuccess: () => {
      toast.success(t("done", { name: member.name }));
      onDone();
    },
  });
  const { clientId, clientName } = member;
  const present = clientId ? { id: clientId, name: clientName ?? clientId } : null;
  return (
    <DialogForm form={form} submitLabel={t("submit")}>
      <RoleFields form={form} roles={roles} clients={clients} present={present} />
    </DialogForm>
  );
}
