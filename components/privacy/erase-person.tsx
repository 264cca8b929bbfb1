"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { EraseUserInput } from "@/lib/privacy/schemas";
import { ConfirmForm } from "./confirm-form";
import type { Action } from "./types";

/** The button that erases another member, after the name was typed. */
export function ErasePerson({
  person: { userId, name },
  action,
}: {
  person: { userId: string; name: string };
  action: Action<{ erased: boolean }>;
}) {
  const t = useTranslations("privacy");
  return (
    <ConfirmForm
      trigger={
        <Button size="sm" aria-label={t("person.openOf", { name })}>
          {t("person.open")}
        </Button>
      }
      words={{
        title: t("erase.dialogTitle", { name }),
        description: t("erase.dialogDescription"),
        label: t("erase.typeName"),
        hint: t("erase.typeNameHint", { name }),
        submit: t("erase.submit"),
      }}
      schema={EraseUserInput}
      ids={{ userId }}
      action={action}
      onDone={({ erased }) => toast.success(erased ? t("person.done") : t("person.onlyHere"))}
    />
  );
}
