import { Fingerprint, ShieldCheck, Smartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { formatDateTime } from "@/lib/i18n/format";
import { RemoveFactor } from "./remove-factor";
import { RenameFactor } from "./rename-factor";
import type { Action, Factor } from "./types";

/** A person's second factors, with when each was last used, and its buttons. */
export function FactorList({
  factors,
  locale,
  timeZone,
  rename,
  remove,
}: {
  factors: readonly Factor[];
  locale: string;
  timeZone: string;
  rename: Action;
  remove: Action;
}) {
  const t = useTranslations("factors.list");
  const when = (date: Date) => formatDateTime(date, locale, timeZone);
  if (factors.length === 0)
    return (
      <EmptyState icon={ShieldCheck} title={t("emptyTitle")}>
        {t("empty")}
      </EmptyState>
    );
  return (
    <ul className="divide-y divide-border">
      {factors.map((factor) => {
        const Icon = factor.kind === "totp" ? Smartphone : Fingerprint;
        return (
          <li key={factor.id} className="flex flex-wrap items-center gap-3 py-3 first:pt-0 last:pb-0">
            <Icon aria-hidden className="size-5 shrink-0 text-muted-foreground" />
            <span className="min-w-40 flex-1">
              <span className="block text-sm font-medium [overflow-wrap:anywhere]">{factor.name}</span>
              <span className="block text-xs text-muted-foreground">
                {t(factor.kind)} ·{" "}
                {factor.lastUsedAt
                  ? t("used", { time: when(factor.lastUsedAt) })
                  : t("addedAt", { time: when(factor.createdAt) })}
              </span>
            </span>
            <span className="flex gap-1.5">
              <RenameFactor factor={factor} action={rename} />
              <RemoveFactor factor={factor} action={remove} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
