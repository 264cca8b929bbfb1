import { Banknote, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

/** Why the list is empty: nothing fits what was asked for, or nothing is there at all. */
export function PaymentsEmpty({ filtered, action }: { filtered: boolean; action: React.ReactNode }) {
  const t = useTranslations("payments.list");
  if (filtered)
    return (
      <EmptyState
        icon={SearchX}
        title={t("noMatch.title")}
        action={<ButtonLink href="/payments">{t("noMatch.all")}</ButtonLink>}
      >
        {t("noMatch.text")}
      </EmptyState>
    );
  return (
    <EmptyState icon={Banknote} title={t("empty.title")} action={action}>
      {t("empty.text")}
    </EmptyState>
  );
}
