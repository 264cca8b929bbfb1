"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, useEffect, useState } from "react";
import { Button } from "./button";
import { LiveRegion } from "./live-region";

/** Copies a text, and says so in its own place. Without children it is an icon. */
export function CopyButton({
  value,
  children,
  size,
  ...props
}: Omit<ComponentProps<typeof Button>, "onClick" | "value"> & { value: string }) {
  const t = useTranslations("ui.copy");
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  };
  return (
    <>
      <Button
        {...props}
        size={size ?? (children ? "md" : "icon-sm")}
        aria-label={children ? undefined : t("copy")}
        onClick={copy}
      >
        {copied ? <Check aria-hidden className="text-success-text" /> : <Copy aria-hidden />}
        {children}
      </Button>
      <LiveRegion>{copied ? t("copied") : ""}</LiveRegion>
    </>
  );
}
