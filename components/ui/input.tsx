import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A one-line text field. */
export function Input({ className, type = "text", ...props }: ComponentProps<"input">) {
  return <input type={type} className={cn("control h-8 px-2.5 text-sm touch:h-10", className)} {...props} />;
}
