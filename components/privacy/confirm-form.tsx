"use client";

import { type ReactNode, useState } from "react";
import type { z } from "zod";
import { DialogForm } from "@/components/forms/dialog-form";
import { Field } from "@/components/forms/field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import type { Action } from "./types";

type Confirmed = { confirmation: string };

type Words = { title: string; description: string; label: string; hint?: string; submit: string };

/** A dialog for what can't be undone: a text has to be typed first, which the server compares. */
export function ConfirmForm<Ids extends Record<string, string>, Data>({
  trigger,
  words,
  ...form
}: {
  trigger: ReactNode;
  words: Words;
  schema: z.ZodType<unknown, Ids & Confirmed>;
  ids: Ids;
  action: Action<Data>;
  onDone: (data: Data) => void;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>{trigger}</DialogTrigger>
      <DialogContent title={words.title} description={words.description}>
        <Fields
          {...form}
          words={words}
          onDone={(data) => {
            setOpen(false);
            form.onDone(data);
          }}
        />
      </DialogContent>
    </Dialog>
  );
}

function Fields<Ids extends Record<string, string>, Data>({
  words,
  schema,
  ids,
  action,
  onDone,
}: {
  words: Words;
  schema: z.ZodType<unknown, Ids & Confirmed>;
  ids: Ids;
  action: Action<Data>;
  onDone: (data: Data) => void;
}) {
  const form = useActionForm<Confirmed, Data>({
    schema: schema as unknown as z.ZodType<unknown, Confirmed>,
    action,
    defaultValues: { ...ids, confirmation: "" },
    autoFocus: "confirmation",
    onSuccess: onDone,
  });
  return (
    <DialogForm form={form} submitLabel={words.submit} tone="danger">
      <Field form={form} name="confirmation" label={words.label} hint={words.hint} required>
        {(field) => <Input {...field} autoComplete="off" autoCapitalize="none" spellCheck={false} />}
      </Field>
    </DialogForm>
  );
}
