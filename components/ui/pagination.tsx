import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button";
import { ButtonLink } from "./button-link";

/** Links to the page before and after, by key. Without an href the step is shown, but can't be taken. */
export function Pagination({
  previousHref,
  nextHref,
  children,
}: {
  previousHref?: string | undefined;
  nextHref?: string | undefined;
  /** What is shown now, such as a count. */
  children?: ReactNode;
}) {
  const t = useTranslations("ui.table");
  const steps = [
    { key: "previous", href: previousHref, icon: <ChevronLeft aria-hidden /> },
    { key: "next", href: nextHref, icon: <ChevronRight aria-hidden /> },
  ] as const;
  return (
    <nav
      aria-label={t("pages")}
      className="flex items-center justify-between gap-3 border-t border-border px-4 py-2"
    >
      <span className="min-w-0 truncate text-xs text-muted-foreground tabular-nums">{children}</span>
      <span className="flex gap-1.5">
        {steps.map(({ key, href, icon }) =>
          href ? (
            <ButtonLink key={key} href={href} size="sm" rel={key === "next" ? "next" : "prev"}>
              {key === "previous" && icon}
              {t(key)}
              {key === "next" && icon}
            </ButtonLink>
          ) : (
            <Button key={key} size="sm" disabled>
              {key === "previous" && icon}
              {t(key)}
              {key === "next" && icon}
            </Button>
          ),
        )}
      </span>
    </nav>
  );
}
