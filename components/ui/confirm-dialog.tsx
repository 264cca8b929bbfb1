"use client";

import { useTranslations } from "next-intl";
import { AlertDialog as Primitive } from "radix-ui";
import { type ReactNode, useState, useTransition } from "react";
import { Button } from "./button";

/**
 * Asks before what can't be undone. Stays open, showing that it works, until `onConfirm` is done; an
 * `onConfirm` that returns false keeps it open, so that a refusal can be shown in `children`.
 */
export function ConfirmDialog({
  trigger,
  title,
  description,
  confirmLabel,
  tone = "danger",
  onConfirm,
  children,
}: {
  /** The button that asks. */
  trigger: ReactNode;
  /** A question that names the thing. */
  title: ReactNode;
  /** What will follow, and what will not come back. */
  description: ReactNode;
  /** The verb, never "OK". */
  confirmLabel: string;
  tone?: "danger" | "primary";
  // biome-ignore lint/suspicious/noConfusingVoidType: callers that always succeed return nothing
  onConfirm: () => Promise<void | boolean> | void | boolean;
  children?: ReactNode;
}) {
  const t = useTranslations("ui.dialog");
  const [open, setOpen] = useState(false);
  const [pending, startTransition] = useTransition();
  const confirm = () =>
    startTransition(async () => {
      if ((await onConfirm()) !== false) setOpen(false);
    });

  return (
    <Primitive.Root open={open} onOpenChange={(next) => !pending && setOpen(next)}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-50 animate-fade-in bg-overlay" />
        <Primitive.Content className="fixed top-[18dvh] left-1/2 z-50 w-[calc(100%-2rem)] max-w-md -translate-x-1/2 animate-pop-in rounded-xl border border-border bg-popover p-5 shadow-pop focus:outline-none">
          <Primitive.Title className="text-lg font-semibold tracking-tight break-words">
            {title}
          </Primitive.Title>
          <Primitive.Description className="mt-1.5 text-sm text-pretty text-muted-foreground">
            {description}
          </Primitive.Description>
          {children && <div className="mt-4">{children}</div>}
          <div className="mt-5 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
            <Primitive.Cancel asChild>
              <Button>{t("cancel")}</Button>
            </Primitive.Cancel>
            <Button variant={tone} pending={pending} onClick={confirm}>
              {confirmLabel}
            </Button>
          </div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
