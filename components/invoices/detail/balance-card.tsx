import { useLocale, useTranslations } from "next-intl";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";
import { daysBetween } from "@/lib/core/dates";
import type { DocumentKind, InvoiceStatus } from "@/lib/core/status";
import { formatDate, formatMoney } from "@/lib/i18n/format";

export type BalanceCardProps = {
  kind: DocumentKind;
  status: InvoiceStatus;
  currency: string;
  totalMinor: bigint;
  paidMinor: bigint;
  balanceMinor: bigint;
  dueDate: string | null;
  /** The organization's ISO date. */
  today: string;
};

/** What is owed, what came in, and until when. Amounts in minor units of `currency`. */
export function BalanceCard(props: BalanceCardProps) {
  const { status, currency, totalMinor, paidMinor, balanceMinor, dueDate, today } = props;
  const t = useTranslations("invoices.detail.balance");
  const statuses = useTranslations("invoices.status");
  const locale = useLocale();
  const money = (minor: bigint) => formatMoney(minor, currency, locale);
  const isDraft = status === "draft" || status === "scheduled";
  const isEnded = status === "void" || status === "written_off";
  const isCredit = props.kind === "credit_note";
  const owed = !isCredit && balanceMinor > 0n && dueDate !== null && !isDraft;
  const days = owed ? daysBetween(today, dueDate) : 0;
  const rows = [
    { label: t("total"), minor: totalMinor },
    ...(isDraft ? [] : [{ label: isCredit ? t("used") : t("paid"), minor: paidMinor }]),
    // What was given up when it was voided or written off.
    ...(isEnded && !isCredit
      ? [{ label: statuses(status), minor: totalMinor - paidMinor - balanceMinor }]
      : []),
  ];
  return (
    <Card>
      <CardHeader title={t("title")} />
      <CardContent>
        <dl className="text-sm tabular-nums">
          {rows.map((row) => (
            <div key={row.label} className="flex justify-between gap-4 py-1">
              <dt className="text-muted-foreground">{row.label}</dt>
              <dd>{money(row.minor)}</dd>
            </div>
          ))}
          {!isDraft && (
            <div className="mt-1 flex items-baseline justify-between gap-4 border-t border-border pt-2">
              <dt className="font-medium">{isCredit ? t("left") : t("due")}</dt>
              <dd className="text-lg font-semibold">{money(balanceMinor)}</dd>
            </div>
          )}
        </dl>
        {isDraft && (
          <p className="mt-2 text-xs text-muted-foreground">{isCredit ? t("draftCredit") : t("draft")}</p>
        )}
        {paidMinor > 0n && balanceMinor > 0n && (
          // Hundredths of a picture, not an amount.
          <Progress value={Number((paidMinor * 100n) / totalMinor)} label={t("progress")} className="mt-3" />
        )}
        {owed && (
          <p className="mt-2 flex flex-wrap justify-between gap-x-3 text-xs text-muted-foreground">
            {t("dueOn", { date: formatDate(dueDate, locale) })}
            <span className={status === "overdue" ? "font-medium text-danger-text" : undefined}>
              {days < 0 ? t("late", { days: -days }) : t("inDays", { days })}
            </span>
          </p>
        )}
      </CardContent>
    </Card>
  );
}
