"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { useFieldError } from "@/components/forms/field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardFooter, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { useModifierKey } from "@/components/ui/use-modifier-key";
import { type InvoiceForm, MAX_LINES } from "@/lib/invoices/schemas";
import { AdjustmentsList } from "./adjustments-list";
import { shownCurrency } from "./draft-view";
import { LineRow } from "./line-row";
import { TotalsPanel } from "./totals-panel";
import { useLines } from "./use-lines";
import type { EditorSetting } from "./values";

/** The lines of the invoice and what they come to. */
export function LinesCard({ form, setting }: { form: ActionForm<InvoiceForm>; setting: EditorSetting }) {
  const t = useTranslations("invoices.editor");
  const modifier = useModifierKey();
  const { fields, add, onMove, onDuplicate, onRemove } = useLines(form, setting);
  const currency = shownCurrency(useWatch({ control: form.form.control, name: "currency" }), setting);
  const problem = useFieldError(form, "lines");
  return (
    <Card>
      <CardHeader
        title={t("lines")}
        actions={
          <Checkbox
            label={t("pricesIncludeTax")}
            className="py-0"
            {...form.form.register("pricesIncludeTax")}
          />
        }
      />
      <CardContent>
        {problem && (
          <Alert tone="danger" className="mb-3">
            {problem}
          </Alert>
        )}
        <ol>
          {fields.map((field, index) => (
            <LineRow
              key={field.id}
              form={form}
              index={index}
              count={fields.length}
              currency={currency}
              setting={setting}
              onMove={onMove}
              onDuplicate={onDuplicate}
              onRemove={onRemove}
            />
          ))}
        </ol>
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-border pt-3">
          <Button onClick={add} disabled={fields.length >= MAX_LINES}>
            <Plus aria-hidden />
            {t("addLine")}
          </Button>
          <p className="text-xs text-muted-foreground max-sm:hidden touch:hidden">
            {t("keys", { modifier })}
          </p>
        </div>
        <AdjustmentsList form={form} currency={currency} setting={setting} />
      </CardContent>
      <CardFooter>
        <TotalsPanel control={form.form.control} setting={setting} />
      </CardFooter>
    </Card>
  );
}
