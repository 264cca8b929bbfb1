"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import type { ActionResult } from "@/lib/web/action";
import { TaxRateForm } from "./tax-rate-form";

type Action = (input: unknown) => Promise<ActionResult<unknown>>;

/** The button and the dialog that add a tax rate. */
export function AddTaxRate({ action }: { action: Action }) {
  const t = useTranslations("settings.taxRates");
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button size="sm">
          <Plus aria-hidden />
          {t("add")}
        </Button>
      </DialogTrigger>
      <DialogContent title={t("addTitle")} description={t("addDescription")}>
        <TaxRateForm action={action} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}
