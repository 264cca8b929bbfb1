import type { ComponentProps } from "react";
import { cn } from "./cn";
import { Input } from "./input";

/** The platform's own date field. Its value is an ISO date (YYYY-MM-DD) or an empty string. */
export function DateInput({
  className,
  // Without a limit browsers let the year take six digits.
  max = "9999-12-31",
  ...props
}: Omit<ComponentProps<"input">, "type">) {
  return <Input type="date" max={max} className={cn("tabular-nums", className)} {...props} />;
}
