"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FieldValues } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogClose, DialogFooter } from "@/components/ui/dialog";
import { ActionForm, FormMessage } from "./action-form";
import type { ActionForm as Handle } from "./use-action-form";

/** Body and buttons of a dialog that holds one form; inside of a `DialogContent`. */
export function DialogForm<Values extends FieldValues>({
  form,
  submitLabel,
  tone = "primary",
  children,
}: {
  form: Handle<Values>;
  submitLabel: ReactNode;
  /** `danger` for what can't be undone. */
  tone?: "primary" | "danger";
  children: ReactNode;
}) {
  const t = useTranslations("ui.dialog");
  return (
    <ActionForm form={form} className="max-h-[76dvh] gap-0 sm:max-h-[60dvh]">
      <DialogBody className="flex flex-col gap-4">
        <FormMessage form={form} />
        {children}
      </DialogBody>
      <DialogFooter className="shrink-0">
        <DialogClose asChild>
          <Button>{t("cancel")}</Button>
        </DialogClose>
        <Button type="submit" variant={tone} pending={form.pending}>
          {submitLabel}
        </Button>
      </DialogFooter>
    </ActionForm>
  );
}
