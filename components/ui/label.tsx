import type { ComponentProps } from "react";
import { cn } from "./cn";

/** The name of a field; `htmlFor` ties it to its control. */
export function Label({ className, ...props }: ComponentProps<"label">) {
  // biome-ignore lint/a11y/noLabelWithoutControl: the caller gives htmlFor
  return <label className={cn("text-sm font-medium text-foreground", className)} {...props} />;
}
