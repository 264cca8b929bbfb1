"use client";

import { useLocale, useTranslations } from "next-intl";
import { type Control, useWatch } from "react-hook-form";
import { formatMoney } from "@/lib/i18n/format";
import type { InvoiceForm } from "@/lib/invoices/schemas";
import { typedAmounts } from "./draft-view";
import type { EditorSetting } from "./values";

/** What one line comes to, after its discount: with or without tax, like its price. */
export function LineAmount({
  control,
  index,
  currency,
  setting,
}: {
  control: Control<InvoiceForm>;
  index: number;
  currency: string;
  setting: EditorSetting;
}) {
  const t = useTranslations("invoices.editor");
  const locale = useLocale();
  const line = useWatch({ control, name: `lines.${index}` });
  const { linesMinor } = typedAmounts({ currency, lines: [line] }, { ...setting, locale });
  return (
    <output
      aria-label={t("amount")}
      className="flex h-8 min-w-20 shrink-0 items-center justify-end text-sm font-medium tabular-nums touch:h-10"
    >
      {formatMoney(linesMinor, currency, locale)}
    </output>
  );
}
