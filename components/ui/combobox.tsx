"use client";

import { Command, defaultFilter } from "cmdk";
import { Check, ChevronsUpDown, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { cn } from "./cn";
import { menuItem } from "./menu-styles";
import { Popover, PopoverContent, PopoverTrigger } from "./popover";

export type ComboboxOption = {
  value: string;
  label: string;
  /** Second line; searched as well. */
  detail?: string | undefined;
};

export type ComboboxProps = {
  id?: string;
  value: string | null;
  onValueChange: (value: string) => void;
  options: readonly ComboboxOption[];
  placeholder?: string;
  /** Words of the row that makes a new one, given what was typed; the row shows only with `onCreate`. */
  createLabel?: (query: string) => string;
  onCreate?: (query: string) => void;
  /** When the server searches: told each query, and the options are shown as they come. */
  onSearch?: (query: string) => void;
  disabled?: boolean;
  /** Gets the focus when the page is ready, unless its person is somewhere already. */
  focusFirst?: boolean;
  "aria-invalid"?: true | undefined;
  "aria-describedby"?: string | undefined;
  "aria-required"?: true | undefined;
};

const createValue = "create a new one";

/** Best matches first, and the row that makes a new one always there, below them. */
const score: typeof defaultFilter = (value, search, keywords) =>
  value === createValue ? 1e-9 : defaultFilter("", search, keywords);

const item = cn(menuItem, "data-[selected=true]:bg-accent");

/** A field that chooses one of many by typing a part of it, and can offer to make a new one. */
export function Combobox(props: ComboboxProps) {
  const { value, onValueChange, options, placeholder, createLabel, onCreate, onSearch } = props;
  const t = useTranslations("ui.combobox");
  const listId = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const { focusFirst = false } = props;
  useEffect(() => {
    if (focusFirst && document.activeElement === document.body) trigger.current?.focus();
  }, [focusFirst]);
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState("");
  const [active, setActive] = useState("");
  const chosen = options.find((option) => option.value === value);

  // Answers of the server come after cmdk has looked for the first row: Enter must still find one.
  const values = [...options.map((option) => option.value), ...(onCreate ? [createValue] : [])];
  const highlighted = values.includes(active) ? active : (values[0] ?? "");

  const search = (text: string) => {
    setQuery(text);
    onSearch?.(text);
  };
  const close = (then: () => void) => {
    setOpen(false);
    search("");
    then();
  };

  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <button
          ref={trigger}
          type="button"
          id={props.id}
          role="combobox"
          aria-expanded={open}
          aria-controls={open ? listId : undefined}
          aria-invalid={props["aria-invalid"]}
          aria-describedby={props["aria-describedby"]}
          aria-required={props["aria-required"]}
          disabled={props.disabled}
          className="control flex h-8 items-center justify-between gap-2 px-2.5 text-left text-sm touch:h-10"
        >
          <span className={cn("min-w-0 truncate", !chosen && "text-muted-foreground")}>
            {chosen?.label ?? placeholder ?? t("placeholder")}
          </span>
          <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted-foreground" />
        </button>
      </PopoverTrigger>
      <PopoverContent className="flex w-(--radix-popover-trigger-width) min-w-64 flex-col overflow-hidden p-0">
        <Command
          shouldFilter={!onSearch}
          {...(onSearch ? { value: highlighted, onValueChange: setActive } : {})}
          filter={score}
          label={placeholder ?? t("placeholder")}
          className="flex min-h-0 flex-col"
        >
          <Command.Input
            value={query}
            onValueChange={search}
            placeholder={t("search")}
            className="h-9 w-full shrink-0 border-b border-border bg-transparent px-3 text-sm placeholder:text-muted-foreground focus:outline-none touch:h-11"
          />
          <Command.List id={listId} className="min-h-0 overflow-y-auto p-1">
            <Command.Empty className="px-2 py-3 text-center text-sm text-muted-foreground">
              {query ? t("empty", { query }) : t("none")}
            </Command.Empty>
            {options.map((option) => (
              <Command.Item
                key={option.value}
                value={option.value}
                keywords={[option.label, option.detail ?? ""]}
                onSelect={() => close(() => onValueChange(option.value))}
                className={item}
              >
                <span className="min-w-0 flex-1">
                  <span className="block truncate">{option.label}</span>
                  {option.detail && (
                    <span className="block truncate text-xs text-muted-foreground">{option.detail}</span>
                  )}
                </span>
                {option.value === value && <Check aria-hidden className="text-link" />}
              </Command.Item>
            ))}
            {onCreate && createLabel && (
              <Command.Item
                value={createValue}
                onSelect={() => close(() => onCreate(query.trim()))}
                className={cn(item, "font-medium text-link [&_svg]:text-current")}
              >
                <Plus aria-hidden />
                <span className="min-w-0 truncate">{createLabel(query.trim())}</span>
              </Command.Item>
            )}
          </Command.List>
        </Command>
      </PopoverContent>
    </Popover>
  );
}
