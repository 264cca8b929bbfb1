"use client";

import { Eraser } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { EraseClientInput } from "@/lib/privacy/schemas";
import { ConfirmForm } from "./confirm-form";
import type { Action } from "./types";

/** The button that erases a client, after its name was typed. */
export function EraseClient({ client, action }: { client: { id: string; name: string }; action: Action }) {
  const t = useTranslations("privacy.erase");
  return (
    <ConfirmForm
      trigger={
        <Button variant="danger">
          <Eraser aria-hidden />
          {t("open")}
        </Button>
      }
      words={{
        title: t("dialogTitle", { name: client.name }),
        description: t("dialogDescription"),
        label: t("typeName"),
        hint: t("typeNameHint", { name: client.name }),
        submit: t("submit"),
      }}
      schema={EraseClientInput}
      ids={{ clientId: client.id }}
      action={action}
      onDone={() => toast.success(t("done"))}
    />
  );
}
