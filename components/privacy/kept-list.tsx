import { useLocale, useTranslations } from "next-intl";
import { countryName } from "@/lib/documents/parts";
import { formatDate } from "@/lib/i18n/format";
import type { ErasurePreview } from "@/lib/privacy/erasure-preview";

/** What an erasure keeps: until which day, and by which law. */
export function KeptList({ preview: { kept, rule } }: { preview: Pick<ErasurePreview, "kept" | "rule"> }) {
  const t = useTranslations("privacy.erase");
  const locale = useLocale();
  const country = countryName(rule.country, locale);
  const why = rule.chosen ? "whyChosen" : rule.law ? "why" : "whyOthers";
  return (
    <div className="text-sm">
      <h3 className="font-medium">{t("stays")}</h3>
      <ul className="mt-1.5 list-disc pl-4 text-pretty marker:text-muted-foreground">
        {kept.length === 0 && <li>{t("nothingKept")}</li>}
        {kept.map(({ count, until }) => (
          <li key={until}>
            {t("kept", { count, date: formatDate(until, locale) })},{" "}
            <span className="text-muted-foreground">{t("keptBuyer")}</span>
          </li>
        ))}
        <li>{t("books")}</li>
        <li>{t("log")}</li>
      </ul>
      {kept.length > 0 && (
        <p className="mt-2 text-xs text-pretty text-muted-foreground">
          {t(why, { country, years: rule.years, law: rule.law })}
        </p>
      )}
    </div>
  );
}
