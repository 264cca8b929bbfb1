"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";

/** Recovery codes, this once: to be copied, kept as a file, or written down. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useTranslations("factors.codes");
  const text = `${codes.join("\n")}\n`;
  return (
    <div className="flex flex-col gap-4">
      <Alert tone="warning" title={t("once")}>
        {t("onceText")}
      </Alert>
      <ul className="flex flex-col items-center gap-1.5 rounded-md bg-muted px-2 py-3 font-mono text-sm">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <CopyButton value={text}>{t("copy")}</CopyButton>
        <Button asChild>
          <a
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
            download="counterfoil-recovery-codes.txt"
          >
            <Download aria-hidden />
            {t("download")}
          </a>
        </Button>
      </div>
      <Button variant="primary" size="lg" className="w-full" onClick={onKept}>
        {t("kept")}
      </Button>
    </div>
  );
}
