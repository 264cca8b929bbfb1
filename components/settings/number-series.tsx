import { useTranslations } from "next-intl";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { formatNumber } from "@/lib/core/numbering";

/** How documents are numbered. `today` is the organization's ISO date. */
export function NumberSeries({
  series,
  today,
}: {
  series: readonly { code: string; pattern: string; nextValue: number }[];
  today: string;
}) {
  const t = useTranslations("settings.numbers");
  return (
    <Card>
      <CardHeader title={t("title")} description={t("description")} />
      <CardContent>
        <DescriptionList
          items={series.flatMap((one) => [
            { label: t("pattern"), value: <code className="font-mono text-xs">{one.pattern}</code> },
            { label: t("next"), value: formatNumber(one.pattern, one.nextValue, today) },
          ])}
        />
      </CardContent>
    </Card>
  );
}
