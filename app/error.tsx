"use client";

import { ServerCrash } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

/** What people see when a page fails. The digest is the reference that the server's log carries too. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("shell.error");
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  return (
    <main id="content" className="flex min-h-[70dvh] items-center justify-center">
      <EmptyState
        heading="h1"
        icon={ServerCrash}
        title={t("title")}
        action={
          <>
            <Button variant="primary" onClick={() => retry()}>
              {t("retry")}
            </Button>
            <ButtonLink href="/">{t("home")}</ButtonLink>
          </>
        }
      >
        {t("text")}
        {digest && <span className="mt-3 block font-mono text-xs">{t("reference", { digest })}</span>}
      </EmptyState>
    </main>
  );
}
