"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTransition } from "react";
import { Select } from "./select";

/** Filters the list below by one parameter of the address, so that the choice can be kept and sent. */
export function ParamSelect({
  name,
  label,
  anyLabel,
  options,
  reset = [],
}: {
  name: string;
  label: string;
  /** The choice that filters nothing. */
  anyLabel: string;
  options: readonly { value: string; label: string }[];
  /** Parameters that another choice makes meaningless: the keys of the page. */
  reset?: readonly string[];
}) {
  const router = useRouter();
  const path = usePathname();
  const params = useSearchParams();
  const [pending, startTransition] = useTransition();
  const choose = (value: string) => {
    const next = new URLSearchParams(params);
    for (const key of [name, ...reset]) next.delete(key);
    if (value) next.set(name, value);
    startTransition(() => router.replace(next.size > 0 ? `${path}?${next}` : path, { scroll: false }));
  };
  return (
    <span className="block w-full sm:w-44">
      <Select
        aria-label={label}
        aria-busy={pending || undefined}
        value={params.get(name) ?? ""}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{anyLabel}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </span>
  );
}
