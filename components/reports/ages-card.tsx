import { useLocale, useTranslations } from "next-intl";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { formatMoney } from "@/lib/i18n/format";
import type { AgeKey, ReceivablesByAge } from "@/lib/ledger/charts";

const COLOURS: Record<AgeKey, string> = {
  notDue: "bg-chart-1",
  upTo30: "bg-warning/45",
  upTo60: "bg-warning",
  upTo90: "bg-danger/60",
  over90: "bg-danger",
};

/** What clients owe, as one bar by age with its figures below. Amounts in minor units of `currency`. */
export function AgesCard({ ages, currency, totalMinor }: ReceivablesByAge) {
  const t = useTranslations("reports.ages");
  const locale = useLocale();
  const money = (minor: bigint) => formatMoney(minor, currency, locale);
  // Tenths of a percent of a picture, not an amount.
  const width = (minor: bigint) => `${Number((minor * 1000n) / totalMinor) / 10}%`;
  return (
    <Card>
      <CardHeader title={t("title")} description={t("description", { currency })} />
      <CardContent>
        {totalMinor === 0n ? (
          <p className="text-sm text-muted-foreground">{t("nothing")}</p>
        ) : (
          <div aria-hidden className="mb-4 flex h-3 gap-px overflow-hidden rounded-full bg-muted">
            {ages.map((age) => (
              <span key={age.key} className={COLOURS[age.key]} style={{ width: width(age.amountMinor) }} />
            ))}
          </div>
        )}
        <dl className="text-sm">
          {totalMinor !== 0n &&
            ages.map((age) => (
              <div key={age.key} className="flex items-baseline gap-2 py-1">
                <dt className="flex min-w-0 items-center gap-2">
                  <span aria-hidden className={cn("size-2 shrink-0 rounded-[2px]", COLOURS[age.key])} />
                  {t(age.key)}
                  <span className="text-xs text-muted-foreground max-sm:hidden">
                    {t("count", { count: age.count })}
                  </span>
                </dt>
                <dd className="ml-auto tabular-nums">{money(age.amountMinor)}</dd>
              </div>
            ))}
          {totalMinor !== 0n && (
            <div className="mt-1 flex justify-between border-t border-border pt-2 font-semibold">
              <dt>{t("total")}</dt>
              <dd className="tabular-nums">{money(totalMinor)}</dd>
            </div>
          )}
        </dl>
      </CardContent>
    </Card>
  );
}
