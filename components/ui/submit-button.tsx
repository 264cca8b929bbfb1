"use client";

import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "./button";

/** The button of a form whose `action` is a server action: pending by itself while that runs. */
export function SubmitButton({ variant = "primary", ...props }: Omit<ButtonProps, "type" | "asChild">) {
  const { pending } = useFormStatus();
  return <Button {...props} type="submit" variant={variant} pending={props.pending || pending} />;
}
