import { useLocale, useTranslations } from "next-intl";
import type { Period } from "@/lib/core/period";
import type { TrialBalanceTotals } from "@/lib/core/trial-balance";
import { formatDate, formatMoney } from "@/lib/i18n/format";

/** How an account came from its opening to its closing balance. Amounts in minor units of `currency`. */
export function PeriodFigures({
  sums,
  period,
  currency,
}: {
  sums: TrialBalanceTotals;
  period: Period;
  currency: string;
}) {
  const t = useTranslations("reports.amounts");
  const locale = useLocale();
  const figures = [
    { key: "opening", minor: sums.openingMinor, on: period.from },
    { key: "debit", minor: sums.debitMinor, on: null },
    { key: "credit", minor: sums.creditMinor, on: null },
    { key: "closing", minor: sums.closingMinor, on: period.to },
  ] as const;
  return (
    <dl className="mb-4 rounded-lg border border-border bg-card px-4 py-2 text-sm shadow-raised sm:grid sm:grid-cols-4 sm:gap-4 sm:py-3">
      {figures.map(({ key, minor, on }) => (
        <div
          key={key}
          className="flex min-w-0 items-baseline justify-between gap-3 py-1 sm:flex-col sm:gap-0.5 sm:py-0"
        >
          <dt className="text-muted-foreground">
            {t(key)}
            {on && <span className="ml-1.5 text-xs">{formatDate(on, locale)}</span>}
          </dt>
          <dd className="font-semibold tabular-nums sm:text-lg">{formatMoney(minor, currency, locale)}</dd>
        </div>
      ))}
    </dl>
  );
}
