"use client";

import { UserX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { EraseSelfInput } from "@/lib/privacy/schemas";
import { ConfirmForm } from "./confirm-form";
import { Section } from "./section";
import type { Action } from "./types";

/** The end of one's own account: clients have a button, staff are told whom to ask. */
export function EraseSelf({ isStaff, action }: { isStaff: boolean; action: Action }) {
  const t = useTranslations("privacy");
  if (isStaff)
    return (
      <Section title={t("self.title")} description={t("self.staff")}>
        {null}
      </Section>
    );
  return (
    <Section title={t("self.title")} description={t("self.client")}>
      <div>
        <ConfirmForm
          trigger={
            <Button variant="danger">
              <UserX aria-hidden />
              {t("self.open")}
            </Button>
          }
          words={{
            title: t("self.dialogTitle"),
            description: t("self.dialogDescription"),
            label: t("self.typeEmail"),
            submit: t("erase.submit"),
          }}
          schema={EraseSelfInput}
          ids={{}}
          action={action}
          onDone={() => toast.success(t("erase.done"))}
        />
      </div>
    </Section>
  );
}
