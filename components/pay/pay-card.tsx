import type { ReactNode } from "react";

/** What is owed, large, and what to do about it. */
export function PayCard({
  label,
  amount,
  detail,
  children,
}: {
  label: string;
  amount: string;
  detail?: string | undefined;
  children: ReactNode;
}) {
  return (
    <section className="rounded-lg border border-border bg-card p-5 shadow-raised lg:sticky lg:top-6">
      <p className="text-sm text-muted-foreground">{label}</p>
      <p className="mt-1 text-3xl font-semibold tracking-tight tabular-nums">{amount}</p>
      {detail ? <p className="mt-1 text-sm text-muted-foreground">{detail}</p> : null}
      <div className="mt-5 flex flex-col gap-3">{children}</div>
    </section>
  );
}
