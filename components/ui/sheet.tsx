"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./cn";
import { DialogOverlay } from "./dialog";

export const Sheet = Primitive.Root;
export const SheetTrigger = Primitive.Trigger;
export const SheetClose = Primitive.Close;

/** A panel at the edge of the screen, over the page. Scrolls by itself. */
export function SheetContent({
  title,
  hideTitle,
  side = "right",
  className,
  children,
}: {
  title: string;
  /** The title is for screen readers only. */
  hideTitle?: boolean;
  side?: "left" | "right";
  className?: string;
  children: ReactNode;
}) {
  const t = useTranslations("ui.dialog");
  return (
    <Primitive.Portal>
      <DialogOverlay />
      <Primitive.Content
        aria-describedby={undefined}
        className={cn(
          "fixed inset-y-0 z-50 flex w-[min(26rem,calc(100vw-2.5rem))] flex-col overflow-y-auto border-border bg-popover shadow-pop focus:outline-none",
          side === "right" ? "right-0 animate-slide-in border-l" : "left-0 animate-slide-in-left border-r",
          className,
        )}
      >
        <Primitive.Title className={hideTitle ? "sr-only" : "px-5 pt-4 pb-3 text-lg font-semibold"}>
          {title}
        </Primitive.Title>
        {children}
        <Primitive.Close asChild>
          <Button
            variant="ghost"
            size="icon-sm"
            className="absolute top-3 right-3 bg-popover"
            aria-label={t("close")}
          >
            <X aria-hidden />
          </Button>
        </Primitive.Close>
      </Primitive.Content>
    </Primitive.Portal>
  );
}
