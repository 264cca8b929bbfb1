import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A text field of several lines that grows with what is typed. */
export function Textarea({ className, rows = 3, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={rows}
      className={cn("control field-sizing-content min-h-16 px-2.5 py-1.5 text-sm", className)}
      {...props}
    />
  );
}
