"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Primitive } from "radix-ui";
import { type ComponentProps, type ReactNode, useRef } from "react";
import { Button } from "./button";
import { cn } from "./cn";

export const Dialog = Primitive.Root;
export const DialogTrigger = Primitive.Trigger;
export const DialogClose = Primitive.Close;

export function DialogOverlay() {
  return <Primitive.Overlay className="fixed inset-0 z-50 animate-fade-in bg-overlay" />;
}

/** The window itself. Every dialog has a title; at phone width it rises from the bottom edge. */
export function DialogContent({
  title,
  description,
  className,
  children,
  ...props
}: Omit<ComponentProps<typeof Primitive.Content>, "title"> & { title: ReactNode; description?: ReactNode }) {
  const t = useTranslations("ui.dialog");
  // A dialog that no trigger of its own opened gives the focus back all the same.
  const before = useRef<Element | null>(null);
  return (
    <Primitive.Portal>
      <DialogOverlay />
      <Primitive.Content
        onOpenAutoFocus={() => {
          before.current = document.activeElement;
        }}
        onCloseAutoFocus={(event) => {
          if (!(before.current instanceof HTMLElement) || !before.current.isConnected) return;
          event.preventDefault();
          before.current.focus();
        }}
        className={cn(
          "fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] animate-pop-in flex-col rounded-t-xl border border-border bg-popover shadow-pop focus:outline-none",
          "sm:inset-x-auto sm:top-[12dvh] sm:bottom-auto sm:left-1/2 sm:max-h-[76dvh] sm:w-full sm:max-w-md sm:-translate-x-1/2 sm:rounded-xl",
          className,
        )}
        {...(description ? {} : { "aria-describedby": undefined })}
        {...props}
      >
        <div className="flex items-start justify-between gap-4 px-5 pt-4 pb-3">
          <div className="min-w-0">
            <Primitive.Title className="text-lg font-semibold tracking-tight break-words">
              {title}
            </Primitive.Title>
            {description && (
              <Primitive.Description className="mt-1 text-sm text-pretty text-muted-foreground">
                {description}
              </Primitive.Description>
            )}
          </div>
          <Primitive.Close asChild>
            <Button variant="ghost" size="icon-sm" className="-mr-1.5" aria-label={t("close")}>
              <X aria-hidden />
            </Button>
          </Primitive.Close>
        </div>
        {children}
      </Primitive.Content>
    </Primitive.Portal>
  );
}

/** The scrolling middle of a dialog. */
export function DialogBody({ className, ...props }: ComponentProps<"div">) {
  return <div className={cn("min-h-0 overflow-y-auto px-5 pt-1 pb-5", className)} {...props} />;
}

/** The buttons of a dialog, the main one last. */
export function DialogFooter({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      className={cn(
        "flex flex-col-reverse gap-2 border-t border-border bg-muted/50 px-5 py-3 sm:flex-row sm:justify-end sm:rounded-b-xl",
        className,
      )}
      {...props}
    />
  );
}
