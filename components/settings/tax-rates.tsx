import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { formatPercent } from "@/lib/i18n/format";
import type { ActionResult } from "@/lib/web/action";
import { AddTaxRate } from "./add-tax-rate";

type Rate = { id: string; name: string; ratePpm: number; isDefault: boolean };

/** The tax rates to choose from on invoices; `create` for those who may add one. */
export function TaxRates({
  rates,
  locale,
  create,
}: {
  rates: readonly Rate[];
  locale: string;
  create?: (input: unknown) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("settings.taxRates");
  return (
    <Card>
      <CardHeader
        title={t("title")}
        description={t("description")}
        actions={create && <AddTaxRate action={create} />}
      />
      <CardContent>
        {rates.length === 0 ? (
          <p className="text-sm text-muted-foreground">{t("empty")}</p>
        ) : (
          <ul className="-my-1.5 divide-y divide-border text-sm">
            {rates.map((rate) => (
              <li key={rate.id} className="flex items-center gap-2 py-1.5">
                <span className="min-w-0 flex-1 truncate">{rate.name}</span>
                {rate.isDefault && <Badge>{t("default")}</Badge>}
                <span className="tabular-nums">{formatPercent(rate.ratePpm, locale)}</span>
              </li>
            ))}
          </ul>
        )}
      </CardContent>
    </Card>
  );
}
