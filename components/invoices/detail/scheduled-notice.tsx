"use client";

import { useLocale, useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
import { useCan } from "@/components/shell/granted";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { formatDate } from "@/lib/i18n/format";
import type { ActionResult } from "@/lib/web/action";

/** Says when a draft goes out by itself, and takes that back. */
export function ScheduledNotice({
  id,
  version,
  on,
  unschedule,
}: {
  id: string;
  version: number;
  /** ISO date. */
  on: string;
  unschedule: (input: { id: string; version: number }) => Promise<ActionResult<{ id: string }>>;
}) {
  const t = useTranslations("invoices.detail.schedule");
  const locale = useLocale();
  const can = useCan();
  const action = useAction(unschedule);
  return (
    <Alert
      tone="info"
      className="mb-4"
      actions={
        can("invoice.finalize") && (
          <Button size="sm" pending={action.pending} onClick={() => void action.run({ id, version })}>
            {t("cancel")}
          </Button>
        )
      }
    >
      {t("notice", { date: formatDate(on, locale) })}
    </Alert>
  );
}
