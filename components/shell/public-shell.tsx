import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import { LogoMark } from "./logo";
import { SkipLink } from "./skip-link";

/** The frame of the hosted page: it belongs to the seller, and the product stays in the small print. */
export function PublicShell({
  seller,
  actions,
  banner,
  children,
}: {
  /** Who sent this. */
  seller: string;
  /** Right end of the top bar: download, pay. */
  actions?: ReactNode;
  banner?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations();
  return (
    <div className="flex min-h-dvh flex-col bg-desk">
      <SkipLink />
      {banner}
      <header className="border-b border-border bg-card print:hidden">
        <div className="mx-auto flex min-h-14 w-full max-w-5xl items-center justify-between gap-3 px-4 sm:px-6">
          <p className="min-w-0 truncate text-base font-semibold tracking-tight">{seller}</p>
          <div className="flex shrink-0 items-center gap-2">
            {actions}
            <ThemeToggle />
          </div>
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-5xl flex-1 px-3 py-6 focus:outline-none sm:px-6 sm:py-8"
      >
        {children}
      </main>
      <footer className="flex items-center justify-center gap-1.5 px-4 pb-8 text-xs text-muted-foreground print:hidden">
        <LogoMark className="size-4" />
        {t("shell.public.poweredBy", { product: t("common.product") })}
      </footer>
    </div>
  );
}
