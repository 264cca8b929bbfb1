"use client";

import { Search, X } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { Button } from "./button";
import { Input } from "./input";
import { Progress } from "./progress";

const PAUSE_MS = 250;

/**
 * Searches the list below while typing. The address holds the text, so that the result can be kept and sent;
 * without scripts it is a form that asks for the same address.
 */
export function SearchField({
  label,
  clearLabel,
  reset = [],
}: {
  label: string;
  clearLabel: string;
  /** Parameters of the address that a new search makes meaningless: the keys of the page. */
  reset?: readonly string[];
}) {
  const router = useRouter();
  const path = usePathname();
  const params = useSearchParams();
  const current = params.get("search") ?? "";
  const [text, setText] = useState(current);
  const [pending, startTransition] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // What this field asked for last: any other change of the address (a tab, the back button) wins over the text.
  const asked = useRef(current);
  useEffect(() => {
    if (current === asked.current) return;
    asked.current = current;
    setText(current);
  }, [current]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const go = (value: string) => {
    clearTimeout(timer.current);
    const next = new URLSearchParams(params);
    for (const key of reset) next.delete(key);
    const search = value.trim();
    if (search) next.set("search", search);
    else next.delete("search");
    asked.current = search;
    startTransition(() => router.replace(next.size > 0 ? `${path}?${next}` : path, { scroll: false }));
  };
  const type = (value: string) => {
    setText(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => go(value), PAUSE_MS);
  };

  const kept = [...params].filter(([key]) => key !== "search" && !reset.includes(key));
  return (
    <search className="relative block w-full sm:max-w-sm">
      <form
        action={path}
        onSubmit={(event) => {
          event.preventDefault();
          go(text);
        }}
      >
        {kept.map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted-foreground"
        />
        <Input
          name="search"
          type="text"
          inputMode="search"
          enterKeyHint="search"
          autoComplete="off"
          maxLength={100}
          data-search
          aria-label={label}
          placeholder={label}
          value={text}
          onChange={(event) => type(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape" && text) type("");
          }}
          className="pr-8 pl-8"
        />
        {text && (
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={clearLabel}
            onClick={() => {
              setText("");
              go("");
            }}
            className="absolute top-1/2 right-0.5 -translate-y-1/2 text-muted-foreground"
          >
            <X aria-hidden />
          </Button>
        )}
        {pending && <Progress value={null} className="absolute inset-x-1 bottom-0 h-0.5" />}
      </form>
    </search>
  );
}
