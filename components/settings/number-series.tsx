import { useTranslations } from "next-intl";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { formatNumber } from "@/lib/core/numbering";
import type { DocumentKind } from "@/lib/core/status";
import type { ActionResult } from "@/lib/web/action";
import { EditNumberSeries } from "./edit-number-series";

export type Series = {
  code: DocumentKind;
  pattern: string;
  restart: "never" | "yearly";
  nextValue: number;
};

/** How documents are numbered. `today` is the organization's ISO date. */
export function NumberSeries({
  series,
  today,
  action,
}: {
  series: readonly Series[];
  today: string;
  action: (input: unknown) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("settings.numbers");
  return (
    <Card>
      <CardHeader title={t("title")} description={t("description")} />
      <CardContent>
        <ul className="-my-2 divide-y divide-border text-sm">
          {series.map((one) => (
            <li key={one.code} className="flex items-center gap-3 py-2">
              <div className="min-w-0 flex-1">
                <p className="font-medium">{t(`codes.${one.code}`)}</p>
                <p className="text-muted-foreground">
                  {t("next", { number: formatNumber(one.pattern, one.nextValue, today) })}
                  {one.restart === "yearly" && ` · ${t("yearly")}`}
                </p>
              </div>
              <EditNumberSeries series={one} today={today} action={action} />
            </li>
          ))}
        </ul>
      </CardContent>
    </Card>
  );
}
