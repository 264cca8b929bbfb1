"use client";

import { CalendarClock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { DialogForm } from "@/components/forms/dialog-form";
import { Field } from "@/components/forms/field";
import { useActionForm } from "@/components/forms/use-action-form";
import { useCan } from "@/components/shell/granted";
import { Button } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { addDays } from "@/lib/core/dates";
import { type ScheduleForm, ScheduleInput } from "@/lib/invoices/schemas";
import type { ActionResult } from "@/lib/web/action";

type Props = {
  id: string;
  version: number;
  /** The organization's ISO date. */
  today: string;
  scheduledFor: string | null;
  schedule: (input: ScheduleForm) => Promise<ActionResult<{ id: string }>>;
};

/** Chooses the day on which a draft is finalized and sent by itself. */
export function ScheduleDialog(props: Props) {
  const t = useTranslations("invoices.detail.schedule");
  const can = useCan();
  const [open, setOpen] = useState(false);
  if (!can("invoice.finalize")) return null;
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button>
          <CalendarClock aria-hidden />
          {props.scheduledFor ? t("move") : t("open")}
        </Button>
      </DialogTrigger>
      <DialogContent title={t("title")} description={t("text")}>
        <DayForm {...props} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function DayForm({ id, version, today, scheduledFor, schedule, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations("invoices.detail.schedule");
  const tomorrow = addDays(today, 1);
  const defaultValues = useMemo(
    () => ({ id, version, on: scheduledFor ?? tomorrow }),
    [id, version, scheduledFor, tomorrow],
  );
  const form = useActionForm<ScheduleForm, { id: string }>({
    schema: ScheduleInput,
    action: schedule,
    defaultValues,
    onSuccess: () => {
      toast.success(t("done"));
      onDone();
    },
    autoFocus: "on",
  });
  return (
    <DialogForm form={form} submitLabel={t("open")}>
      <Field form={form} name="on" label={t("on")} required>
        {(field) => <DateInput {...field} min={tomorrow} />}
      </Field>
    </DialogForm>
  );
}
