"use client";

// First, so that sonner's own style element already carries the page's nonce.
import "./style-nonce";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { Toaster as Sonner } from "sonner";
import { useMediaQuery } from "./use-media-query";

export { toast } from "sonner";

/** Where short-lived messages appear. Once, in the root layout. */
export function Toaster() {
  const t = useTranslations("ui");
  const { resolvedTheme } = useTheme();
  const narrow = useMediaQuery("(max-width: 39.99rem)");
  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      // At the bottom of a phone it would cover the buttons of forms.
      position={narrow ? "top-center" : "bottom-right"}
      style={{ fontFamily: "var(--font-sans)" }}
      containerAriaLabel={t("notifications")}
      closeButton={false}
      gap={8}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-start gap-2.5 rounded-lg border border-border bg-popover px-3.5 py-3 text-sm text-foreground shadow-pop [&_[data-icon]]:mt-0.5 [&_svg]:size-4",
          content: "min-w-0 flex-1",
          title: "font-medium",
          description: "mt-0.5 text-muted-foreground!",
          actionButton:
            "ml-auto shrink-0 rounded-md border border-border bg-card px-2 py-0.5 text-sm font-medium hover:bg-accent",
          cancelButton: "shrink-0 rounded-md px-2 py-0.5 text-sm text-muted-foreground hover:bg-accent",
          success: "[&_[data-icon]]:text-success",
          error: "[&_[data-icon]]:text-danger-text",
          warning: "[&_[data-icon]]:text-warning-text",
          info: "[&_[data-icon]]:text-info",
        },
      }}
    />
  );
}
