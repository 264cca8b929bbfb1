import { type ComponentProps, useId } from "react";
import { cn } from "./cn";
import { Input } from "./input";

/**
 * A field for an amount. Its value is the decimal STRING that was typed, never a number, so that
 * nothing is rounded or reformatted before the schema reads it.
 */
export function MoneyInput({
  currency,
  className,
  "aria-describedby": describedBy,
  ...props
}: Omit<ComponentProps<"input">, "type" | "value" | "defaultValue"> & {
  /** ISO 4217 code, shown inside the field and read with it. */
  currency: string;
  value?: string;
  defaultValue?: string;
}) {
  const currencyId = useId();
  return (
    <span className="relative block w-full min-w-0">
      <Input
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        aria-describedby={[describedBy, currencyId].filter(Boolean).join(" ")}
        className={cn("pr-11 text-right tabular-nums", className)}
        {...props}
      />
      <span
        id={currencyId}
        className="pointer-events-none absolute inset-y-0 right-2.5 flex items-center text-xs text-muted-foreground"
      >
        {currency}
      </span>
    </span>
  );
}
