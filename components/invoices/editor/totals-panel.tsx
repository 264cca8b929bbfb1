"use client";

import { useLocale } from "next-intl";
import { type Control, useWatch } from "react-hook-form";
import { WhyButton } from "@/components/documents/why-amount";
import { cn } from "@/components/ui/cn";
import { totalRows } from "@/lib/documents/totals";
import { formatMoney } from "@/lib/i18n/format";
import type { InvoiceForm } from "@/lib/invoices/schemas";
import { typedAmounts } from "./draft-view";
import type { EditorSetting } from "./values";

/** The sums while typing, as the server will compute them; the last one is what is asked of the client. */
export function TotalsPanel({ control, setting }: { control: Control<InvoiceForm>; setting: EditorSetting }) {
  const locale = useLocale();
  const amounts = typedAmounts(useWatch({ control }), { ...setting, locale });
  const rows = totalRows(amounts, setting.labels);
  return (
    <dl className="ml-auto w-full max-w-80 text-sm tabular-nums">
      {rows.map((row, index) => {
        const last = index === rows.length - 1;
        return (
          <div
            key={row.key}
            className={cn(
              "flex items-baseline justify-between gap-6 py-1",
              last && "mt-1 border-t border-border pt-2 pb-0",
            )}
          >
            <dt className={last ? "font-medium" : "min-w-0 text-muted-foreground"}>
              <bdi className="[overflow-wrap:anywhere]">{row.label}</bdi>
              {row.detail && <span className="ml-1.5 text-xs">{row.detail}</span>}
            </dt>
            <dd
              className={cn("whitespace-nowrap", last && "text-lg font-semibold")}
              {...(last ? { "data-testid": "invoice-total" } : {})}
            >
              <WhyButton at={row.key}>{formatMoney(row.minor, amounts.currency, locale)}</WhyButton>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
