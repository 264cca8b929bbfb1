import { useLocale, useTranslations } from "next-intl";
import { daysBetween } from "@/lib/core/dates";
import type { InvoiceStatus } from "@/lib/core/status";
import { formatDate } from "@/lib/i18n/format";

/** What still waits for its date. */
const WAITING: readonly InvoiceStatus[] = ["open", "sent", "viewed", "partially_paid"];

/** A due date (ISO), and how late it is when it is. */
export function DueDate({
  dueDate,
  status,
  today,
}: {
  dueDate: string | null;
  status: InvoiceStatus;
  today: string;
}) {
  const t = useTranslations("invoices.list");
  const locale = useLocale();
  if (!dueDate) return "—";
  return (
    <span className="flex flex-col max-sm:items-end">
      {formatDate(dueDate, locale)}
      {status === "overdue" && (
        <span className="-mt-0.5 text-xs text-danger-text">
          {t("daysLate", { days: daysBetween(dueDate, today) })}
        </span>
      )}
      {WAITING.includes(status) && dueDate === today && (
        <span className="-mt-0.5 text-xs text-warning-text">{t("dueToday")}</span>
      )}
    </span>
  );
}
