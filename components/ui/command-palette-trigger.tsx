"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Kbd } from "./kbd";
import { useModifierKey } from "./use-modifier-key";

/** Heard by the `CommandPalette` of the page. */
export const paletteEvent = "command-palette:open";

/** Opens the command palette for those who don't know its key yet, and shows them the key. */
export function CommandPaletteTrigger() {
  const t = useTranslations("ui.palette");
  const modifier = useModifierKey();
  return (
    <button
      type="button"
      onClick={() => window.dispatchEvent(new Event(paletteEvent))}
      className="flex h-8 w-full items-center gap-2 rounded-md border border-border bg-card px-2.5 text-sm text-muted-foreground shadow-raised hover:border-input hover:text-foreground touch:h-10"
    >
      <Search aria-hidden className="size-3.5" />
      <span className="flex-1 text-left">{t("open")}</span>
      <Kbd className="touch:hidden">{modifier} K</Kbd>
    </button>
  );
}
