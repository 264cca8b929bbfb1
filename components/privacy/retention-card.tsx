import { useLocale, useTranslations } from "next-intl";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { countryName } from "@/lib/documents/parts";
import { ChangeRetention } from "./change-retention";
import type { Retention } from "./retention";
import type { Action } from "./types";

/** For how long issued documents are kept, and by which law. */
export function RetentionCard({
  retention,
  action,
}: {
  retention: Retention;
  /** Null for who may not. */
  action: Action | null;
}) {
  const t = useTranslations("privacy.retention");
  const locale = useLocale();
  const { country, law, from, lawYears, years, chosen } = retention;
  const items = [
    { label: t("country"), value: countryName(country, locale) },
    { label: t("law"), value: law || t("unknownLaw") },
    { label: t("rule"), value: t("lawYears", { years: lawYears, from }) },
    {
      label: t("used"),
      value: (
        <>
          <strong className="font-medium">{t("usedYears", { years })}</strong>{" "}
          <span className="text-muted-foreground">{chosen === null ? t("byLaw") : t("byChoice")}</span>
        </>
      ),
    },
  ];
  return (
    <Card>
      <CardHeader
        title={t("title")}
        description={t("description")}
        actions={action && <ChangeRetention retention={retention} action={action} />}
      />
      <CardContent>
        <DescriptionList items={items} />
      </CardContent>
    </Card>
  );
}
