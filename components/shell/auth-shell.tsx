import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import { Logo } from "./logo";

/** A centred card with the product's mark: sign-in, set-up, invitations. */
export function AuthShell({
  title,
  description,
  banner,
  footer,
  wide,
  children,
}: {
  title: ReactNode;
  description?: ReactNode;
  banner?: ReactNode;
  /** Under the card: the way to a neighbouring page. */
  footer?: ReactNode;
  /** For forms with two columns, such as the first set-up. */
  wide?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("common");
  return (
    <div className="flex min-h-dvh flex-col bg-background">
      {banner}
      <header className="flex items-center justify-between px-4 py-3 sm:px-6">
        <Logo name={t("product")} />
        <ThemeToggle />
      </header>
      <main
        id="content"
        className={cn(
          "mx-auto flex w-full flex-1 flex-col px-4 pt-[6vh] pb-16",
          wide ? "max-w-xl" : "max-w-sm",
        )}
      >
        <div className="rounded-xl border border-border bg-card px-5 py-6 shadow-raised sm:px-7 sm:py-7">
          <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
          {description && <p className="mt-1 text-sm text-pretty text-muted-foreground">{description}</p>}
          <div className="mt-5">{children}</div>
        </div>
        {footer && <div className="mt-4 text-center text-sm text-muted-foreground">{footer}</div>}
      </main>
    </div>
  );
}
