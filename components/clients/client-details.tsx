import { useLocale, useTranslations } from "next-intl";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { countryName } from "@/lib/documents/parts";
import { addressLines } from "@/lib/invoices/parties";

export type ClientDetailsProps = {
  client: Parameters<typeof addressLines>[0] & {
    taxNumber: string | null;
    country: string | null;
    currency: string;
    paymentTermsDays: number | null;
    notes: string | null;
  };
  contact: { name: string | null; email: string; phone: string | null } | null;
  /** What is owed, per currency, as one text; empty for nothing. */
  owes: string;
  /** What it has to its credit, likewise. */
  credit: string;
  /** The organization's own payment terms. */
  defaultTerms: number;
};

/** What is known about a client, beside its invoices. */
export function ClientDetails({ client, contact, owes, credit, defaultTerms }: ClientDetailsProps) {
  const t = useTranslations("clients");
  const locale = useLocale();
  const address = [...addressLines(client), client.country && countryName(client.country, locale)]
    .filter(Boolean)
    .join("\n");
  const facts = [
    { label: t("form.contactName"), value: contact?.name },
    { label: t("form.email"), value: contact?.email },
    { label: t("form.phone"), value: contact?.phone },
    { label: t("form.address"), value: address },
    { label: t("form.taxNumber"), value: client.taxNumber },
    { label: t("form.currency"), value: client.currency },
    {
      label: t("form.paymentTermsDays"),
      value: t("detail.terms", { days: client.paymentTermsDays ?? defaultTerms }),
    },
    { label: t("form.notes"), value: client.notes },
  ].filter((fact) => fact.value);
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <Card>
        <CardContent>
          <p className="text-sm text-muted-foreground">{t("detail.owes")}</p>
          <p className="mt-1 text-2xl font-semibold tracking-tight break-words tabular-nums">
            {owes || t("detail.nothingOwed")}
          </p>
          {credit && (
            <>
              <p className="mt-4 text-sm text-muted-foreground">{t("detail.credit")}</p>
              <p className="mt-1 text-lg font-semibold break-words tabular-nums">{credit}</p>
              <p className="text-xs text-muted-foreground">{t("detail.creditHint")}</p>
            </>
          )}
        </CardContent>
      </Card>
      <Card>
        <CardHeader title={t("detail.details")} />
        <CardContent>
          <DescriptionList
            className="sm:grid-cols-1 sm:[&>div]:block"
            items={facts.map((fact) => ({
              label: fact.label,
              value: (
                <span dir="auto" className="block whitespace-pre-line [overflow-wrap:anywhere]">
                  {fact.value}
                </span>
              ),
            }))}
          />
        </CardContent>
      </Card>
    </div>
  );
}
