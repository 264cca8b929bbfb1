import { FileText, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { InvoiceFilter } from "@/lib/invoices/schemas";
import { NewInvoiceLink } from "./new-invoice-link";

/** Why the list is empty: nothing was found, nothing is in this state, or nothing is there at all. */
export function InvoicesEmpty({ filter, search }: { filter: InvoiceFilter; search: string | undefined }) {
  const t = useTranslations("invoices");
  const all = <ButtonLink href="/invoices">{t("list.noMatch.all")}</ButtonLink>;
  if (search)
    return (
      <EmptyState icon={SearchX} title={t("list.noMatch.title")} action={all}>
        {t("list.noMatch.text", { search })}
      </EmptyState>
    );
  if (filter !== "all")
    return (
      <EmptyState icon={FileText} title={t(`list.nothing.${filter}.title`)} action={all}>
        {t(`list.nothing.${filter}.text`)}
      </EmptyState>
    );
  return (
    <EmptyState icon={FileText} title={t("list.empty.title")} action={<NewInvoiceLink label={t("new")} />}>
      {t("list.empty.text")}
    </EmptyState>
  );
}
