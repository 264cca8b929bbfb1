import { useLocale, useTranslations } from "next-intl";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { formatDate, formatMoney } from "@/lib/i18n/format";
import type { PaymentDetail } from "@/lib/payments/detail";

type Line = PaymentDetail["entries"][number];

const KINDS = [
  "payment_received",
  "payment_reversed",
  "allocation_applied",
  "allocation_unapplied",
  "refund_issued",
  "refund_failed",
  "fee_charged",
] as const;

/** What a payment has posted, entry by entry, as the books have it: each line debit or credit. */
export function JournalCard({ lines, baseCurrency }: { lines: readonly Line[]; baseCurrency: string }) {
  const t = useTranslations("payments.detail");
  const locale = useLocale();
  const absolute = (minor: bigint) => (minor < 0n ? -minor : minor);
  const written = (line: Line) =>
    line.amountMinor === 0n
      ? formatMoney(absolute(line.baseMinor), baseCurrency, locale)
      : formatMoney(absolute(line.amountMinor), line.currency, locale);
  const inBase = (line: Line) =>
    line.currency !== baseCurrency && line.amountMinor !== 0n
      ? formatMoney(absolute(line.baseMinor), baseCurrency, locale)
      : null;
  const amount = (line: Line, debit: boolean) => {
    const sign = line.amountMinor === 0n ? line.baseMinor : line.amountMinor;
    if (sign > 0n !== debit) return null;
    const base = inBase(line);
    return (
      <>
        {written(line)}
        {base && <span className="block text-xs text-muted-foreground">{base}</span>}
      </>
    );
  };
  const entries = [...new Set(lines.map(({ entryId }) => entryId))].map((id) =>
    lines.filter(({ entryId }) => entryId === id),
  );
  const kindOf = (kind: string) => KINDS.find((known) => known === kind.replace(".", "_"));
  return (
    <Card>
      <CardHeader title={t("journal")} />
      <CardContent className="overflow-x-auto">
        <table className="w-full text-sm">
          <caption className="sr-only">{t("journal")}</caption>
          <thead>
            <tr className="text-left text-xs text-muted-foreground">
              <th scope="col" className="pb-1 font-medium">
                {t("account")}
              </th>
              <th scope="col" className="pb-1 text-right font-medium">
                {t("debit")}
              </th>
              <th scope="col" className="pb-1 text-right font-medium">
                {t("credit")}
              </th>
            </tr>
          </thead>
          {entries.map(([first, ...others]) => {
            if (!first) return null;
            const kind = kindOf(first.kind);
            return (
              <tbody key={first.entryId} className="border-t border-border">
                <tr>
                  <th scope="rowgroup" colSpan={3} className="pt-2 text-left text-xs font-medium">
                    {formatDate(first.postedOn, locale)} · {kind ? t(`entries.${kind}`) : first.kind}
                  </th>
                </tr>
                {[first, ...others].map((line) => (
                  <tr key={line.id} className="align-top last:[&>td]:pb-2">
                    <td className="py-0.5 pr-3 text-muted-foreground">{line.account}</td>
                    <td className="py-0.5 pl-3 text-right whitespace-nowrap tabular-nums">
                      {amount(line, true)}
                    </td>
                    <td className="py-0.5 pl-3 text-right whitespace-nowrap tabular-nums">
                      {amount(line, false)}
                    </td>
                  </tr>
                ))}
              </tbody>
            );
          })}
        </table>
      </CardContent>
    </Card>
  );
}
