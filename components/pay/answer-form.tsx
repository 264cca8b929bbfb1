"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { ActionForm, FormMessage } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { AnswerInput, type AnswerForm as Values } from "@/lib/quotes/schemas";
import type { ActionResult } from "@/lib/web/action";

export type AnswerAction = (input: Values) => Promise<ActionResult<{ id: string }>>;

/** Accepts or declines a quote, signed with a name. */
export function AnswerForm({ id, answer }: { id: string; answer: AnswerAction }) {
  const t = useTranslations("pay.answer");
  const defaultValues = useMemo<Values>(() => ({ id, answer: "accepted", name: "", note: "" }), [id]);
  const form = useActionForm<Values, { id: string }>({ schema: AnswerInput, action: answer, defaultValues });
  const give = (value: Values["answer"]) => {
    form.form.setValue("answer", value);
    form.submit();
  };
  return (
    <ActionForm form={form}>
      <FormMessage form={form} />
      <Field form={form} name="name" label={t("name")} hint={t("nameHint")} required>
        {(field) => <Input {...field} autoComplete="name" dir="auto" />}
      </Field>
      <Field form={form} name="note" label={t("note")} optional>
        {(field) => <Textarea {...field} rows={2} dir="auto" />}
      </Field>
      <Button
        type="button"
        variant="primary"
        size="lg"
        pending={form.pending}
        onClick={() => give("accepted")}
      >
        {t("accept")}
      </Button>
      <Button type="button" pending={form.pending} onClick={() => give("declined")}>
        {t("decline")}
      </Button>
    </ActionForm>
  );
}
