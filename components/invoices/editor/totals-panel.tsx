"use client";

import { useLocale, useTranslations } from "next-intl";
import { type Control, useWatch } from "react-hook-form";
import { taxLabelOf } from "@/lib/documents/parts";
import { formatMoney } from "@/lib/i18n/format";
import type { InvoiceForm } from "@/lib/invoices/schemas";
import { shownCurrency, typedPreview } from "./draft-view";
import type { EditorSetting } from "./values";

/** The sums while typing, as the server will compute them. */
export function TotalsPanel({ control, setting }: { control: Control<InvoiceForm>; setting: EditorSetting }) {
  const t = useTranslations("invoices.editor");
  const locale = useLocale();
  const values = useWatch({ control });
  const currency = shownCurrency(values.currency, setting);
  const preview = typedPreview({ ...values, currency }, setting);
  const rows = [
    { key: "subtotal", label: t("subtotal"), minor: preview.subtotalMinor },
    ...preview.taxes
      .filter((tax) => tax.category !== "O")
      .map((tax) => ({
        key: `${tax.category} ${tax.ratePpm}`,
        label: taxLabelOf(tax, locale),
        minor: tax.taxMinor,
      })),
  ];
  return (
    <dl className="ml-auto w-full max-w-72 text-sm tabular-nums">
      {rows.map((row) => (
        <div key={row.key} className="flex justify-between gap-6 py-1">
          <dt className="text-muted-foreground">{row.label}</dt>
          <dd>{formatMoney(row.minor, currency, locale)}</dd>
        </div>
      ))}
      <div className="mt-1 flex items-baseline justify-between gap-6 border-t border-border pt-2">
        <dt className="font-medium">{t("total")}</dt>
        <dd className="text-lg font-semibold" data-testid="invoice-total">
          {formatMoney(preview.totalMinor, currency, locale)}
        </dd>
      </div>
    </dl>
  );
}
