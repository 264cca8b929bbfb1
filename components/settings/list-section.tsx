import { type ReactNode, useId } from "react";

/** A list with its name and what it is for. */
export function ListSection({
  title,
  description,
  children,
}: {
  title: string;
  description: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-base font-semibold">
        {title}
      </h2>
      <p className="mt-0.5 mb-3 max-w-2xl text-sm text-pretty text-muted-foreground">{description}</p>
      {children}
    </section>
  );
}
