import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { RelatedDocument } from "@/components/invoices/detail/credit-notes-card";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { formatDate, formatMoney } from "@/lib/i18n/format";

/** What became of a quote: who answered it and when, and the invoices that were made of it. */
export function QuoteCard({
  lifecycle,
  answer,
  validUntil,
  invoices,
  currency,
}: {
  lifecycle: string;
  answer: { by: string; at: Date; note: string | null } | null;
  /** ISO date. */
  validUntil: string | null;
  invoices: readonly (RelatedDocument & { isDeposit: boolean })[];
  currency: string;
}) {
  const t = useTranslations("quotes.card");
  const draft = useTranslations("invoices")("draft");
  const locale = useLocale();
  return (
    <Card>
      <CardHeader title={t("title")} />
      <CardContent className="flex flex-col gap-3 text-sm">
        {answer ? (
          <div>
            <p>
              {t(lifecycle === "declined" ? "declined" : "accepted", {
                name: answer.by,
                date: formatDate(answer.at.toISOString().slice(0, 10), locale),
              })}
            </p>
            {answer.note && (
              <p dir="auto" className="mt-1 border-l-2 border-border pl-2 whitespace-pre-line">
                {answer.note}
              </p>
            )}
          </div>
        ) : (
          <p className="text-muted-foreground">
            {validUntil ? t("validUntil", { date: formatDate(validUntil, locale) }) : t("open")}
          </p>
        )}
        {invoices.length > 0 && (
          <ul className="flex flex-col gap-1.5 tabular-nums">
            {invoices.map((invoice) => (
              <li key={invoice.id} className="flex items-baseline gap-3">
                <Link href={`/invoices/${invoice.id}`} className="rounded-sm font-medium hover:underline">
                  {invoice.number ?? draft}
                </Link>
                <span className="text-xs text-muted-foreground">
                  {t(invoice.isDeposit ? "deposit" : "invoice")}
                </span>
                <span className="ml-auto">{formatMoney(invoice.totalMinor, currency, locale)}</span>
              </li>
            ))}
          </ul>
        )}
      </CardContent>
    </Card>
  );
}
