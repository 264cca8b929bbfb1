"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { FormField } from "@/components/ui/form-field";
import { Select } from "@/components/ui/select";

const COUNTS = [2, 3, 4, 6, 12, 24];

/** Splits the whole into equal monthly instalments. */
export function SplitFields({ onSplit }: { onSplit: (count: number) => void }) {
  const t = useTranslations("invoices.detail.plan");
  const [count, setCount] = useState(3);
  return (
    <div className="flex items-end gap-2">
      <FormField label={t("split")}>
        {(field) => (
          <Select {...field} value={count} onChange={(event) => setCount(Number(event.target.value))}>
            {COUNTS.map((one) => (
              <option key={one} value={one}>
                {t("months", { count: one })}
              </option>
            ))}
          </Select>
        )}
      </FormField>
      <Button onClick={() => onSplit(count)}>{t("apply")}</Button>
    </div>
  );
}
