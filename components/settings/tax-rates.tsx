import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { taxLabelOf } from "@/lib/documents/parts";
import { formatPercent } from "@/lib/i18n/format";
import type { TaxRate } from "@/lib/invoices/tax-rate";
import type { ActionResult } from "@/lib/web/action";
import { AddTaxRate } from "./add-tax-rate";
import { MakeDefault } from "./make-default";

type Rate = TaxRate & { isDefault: boolean };
type Action = (input: unknown) => Promise<ActionResult<unknown>>;

/** The tax rates to choose from on invoices; `actions` for those who may change them. */
export function TaxRates({
  rates,
  locale,
  actions,
}: {
  rates: readonly Rate[];
  locale: string;
  actions?: { create: Action; setDefault: Action };
}) {
  const t = useTranslations("settings.taxRates");
  return (
    <Card>
      <CardHeader
        title={t("title")}
        description={t("description")}
        actions={actions && <AddTaxRate action={actions.create} />}
      />
      <CardContent>
        {rates.length === 0 ? (
          <p className="text-sm text-muted-foreground">{t("empty")}</p>
        ) : (
          <ul className="-my-1.5 divide-y divide-border text-sm">
            {rates.map((rate) => (
              <li key={rate.id} className="py-2">
                <div className="flex items-center gap-2">
                  <bdi className="min-w-0 flex-1 font-medium [overflow-wrap:anywhere]">{rate.name}</bdi>
                  {rate.isDefault && <Badge>{t("default")}</Badge>}
                  {actions && !rate.isDefault && (
                    <MakeDefault id={rate.id} name={rate.name} action={actions.setDefault} />
                  )}
                  <span className="tabular-nums">{formatPercent(rate.ratePpm, locale)}</span>
                </div>
                <p className="text-muted-foreground">
                  {detailsOf(rate, t(`categories.${rate.category}`), locale)}
                </p>
                {rate.exemptionReason && (
                  <p className="text-xs text-muted-foreground [overflow-wrap:anywhere]">
                    <q>{rate.exemptionReason}</q>
                  </p>
                )}
              </li>
            ))}
          </ul>
        )}
      </CardContent>
    </Card>
  );
}

function detailsOf({ compound, withholding }: Rate, category: string, locale: string): string {
  return [
    category,
    ...(compound ? [`+ ${taxLabelOf(compound, locale)}`] : []),
    ...(withholding ? [`− ${taxLabelOf(withholding, locale)}`] : []),
  ].join(" · ");
}
