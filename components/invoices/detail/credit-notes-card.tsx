import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import type { Lifecycle } from "@/lib/core/status";
import { formatMoney } from "@/lib/i18n/format";

export type RelatedDocument = { id: string; number: string | null; lifecycle: Lifecycle; totalMinor: bigint };

/** The credit notes of an invoice. Amounts in minor units of `currency`. */
export function CreditNotesCard({
  documents,
  currency,
}: {
  documents: readonly RelatedDocument[];
  currency: string;
}) {
  const t = useTranslations("invoices");
  const locale = useLocale();
  if (documents.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t("detail.creditNotes")} />
      <CardContent>
        <ul className="flex flex-col gap-1.5 text-sm tabular-nums">
          {documents.map((document) => (
            <li key={document.id} className="flex items-baseline justify-between gap-4">
              <Link href={`/invoices/${document.id}`} className="rounded-sm font-medium hover:underline">
                {document.number ?? t("draft")}
              </Link>
              {document.lifecycle === "void" && (
                <span className="text-xs text-muted-foreground">{t("status.void")}</span>
              )}
              <span className="ml-auto">{formatMoney(document.totalMinor, currency, locale)}</span>
            </li>
          ))}
        </ul>
      </CardContent>
    </Card>
  );
}
