"use client";

import type { ReactNode } from "react";
import type { FieldValues } from "react-hook-form";
import { Alert } from "@/components/ui/alert";
import { cn } from "@/components/ui/cn";
import type { ActionForm as Handle } from "./use-action-form";
import { useAwake } from "./use-awake";

/**
 * The form of `useActionForm`. Until the page is awake nothing can be typed into it, so that nothing typed is
 * lost; and should it be sent all the same, not with a password in the address.
 */
export function ActionForm<Values extends FieldValues>({
  form,
  className,
  children,
}: {
  form: Handle<Values>;
  /** Layout of the fields. */
  className?: string;
  children: ReactNode;
}) {
  const awake = useAwake();
  return (
    <form ref={form.ref} method="post" noValidate onSubmit={form.submit} className="min-w-0">
      <fieldset
        disabled={!awake}
        className={cn(
          "flex min-w-0 flex-col gap-4 disabled:[&_.control]:bg-card! disabled:[&_button]:opacity-100!",
          className,
        )}
      >
        {children}
      </fieldset>
    </form>
  );
}

/** What is wrong with the form as a whole. First in the form. */
export function FormMessage<Values extends FieldValues>({ form }: { form: Handle<Values> }) {
  return form.message ? <Alert tone="danger">{form.message}</Alert> : null;
}
