import { type ReactNode, useId } from "react";
import { cn } from "@/components/ui/cn";

/** Steps of one kind. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="mb-1 text-xs font-medium text-muted-foreground">
        {title}
      </h3>
      <div className="flex flex-col divide-y divide-border border-y border-border">{children}</div>
    </section>
  );
}

/** One amount and how it came about; the one that was pointed at takes the focus. */
export function Block({
  name,
  amount,
  pointed,
  children,
}: {
  name: string;
  amount: string;
  pointed: boolean;
  children?: ReactNode;
}) {
  return (
    <div
      {...(pointed ? { "data-pointed": true, tabIndex: -1 } : {})}
      className={cn(
        "-mx-2 px-2 py-2 tabular-nums focus:outline-none",
        pointed && "rounded-md bg-info-soft ring-1 ring-primary/40",
      )}
    >
      <div className="flex items-baseline justify-between gap-4">
        <bdi className="min-w-0 font-medium [overflow-wrap:anywhere]">{name}</bdi>
        <span className="font-medium whitespace-nowrap">{amount}</span>
      </div>
      {children}
    </div>
  );
}

/** A step as one sentence of numbers. */
export function Formula({ children }: { children: ReactNode }) {
  return <p className="text-muted-foreground">{children}</p>;
}
