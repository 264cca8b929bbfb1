import { useTranslations } from "next-intl";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { type RetentionKind, retentionKinds, retentionPeriods } from "@/lib/core/retention";

/** What is kept for a time only, each with when it goes: the table that the run itself reads. */
export function Periods() {
  const t = useTranslations("privacy.runs");
  const after = (kind: RetentionKind) => {
    if (kind === "buyers") return t("byCountry");
    const days = retentionPeriods[kind];
    return days === 0 ? t("atOnce") : t("days", { days });
  };
  return (
    <Card>
      <CardHeader title={t("periods")} />
      <CardContent>
        <DescriptionList
          items={retentionKinds.map((kind) => ({ label: t(`kinds.${kind}`), value: after(kind) }))}
        />
      </CardContent>
    </Card>
  );
}
