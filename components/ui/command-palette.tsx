"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Dialog } from "radix-ui";
import { useEffect, useState } from "react";
import { cn } from "./cn";
import type { CommandGroup, CommandItem } from "./command-palette-items";
import { paletteEvent } from "./command-palette-trigger";
import { DialogOverlay } from "./dialog";
import { isDialogOpen, isTyping } from "./hotkeys";
import { Kbd } from "./kbd";
import { menuItem } from "./menu-styles";

export type { CommandGroup, CommandItem } from "./command-palette-items";

/**
 * The whole product by keyboard: ⌘K or Ctrl-K opens it, single letters given as `shortcut` go straight to
 * their item, and `/` focuses the page's element with `data-search`. Letters typed into a field are text.
 */
export function CommandPalette({ groups }: { groups: readonly CommandGroup[] }) {
  const t = useTranslations("ui.palette");
  const router = useRouter();
  const [open, setOpen] = useState(false);

  useEffect(() => {
    const shortcuts = new Map(
      groups.flatMap((group) => group.items).map((each) => [each.shortcut, each.href]),
    );
    const show = () => setOpen(true);
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setOpen((before) => !before);
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target) || isDialogOpen()) return;
      const href = shortcuts.get(event.key);
      const search = event.key === "/" && document.querySelector<HTMLElement>("[data-search]");
      if (!href && !search) return;
      event.preventDefault();
      if (search) search.focus();
      else if (href) router.push(href);
    };
    window.addEventListener("keydown", onKey);
    window.addEventListener(paletteEvent, show);
    return () => {
      window.removeEventListener("keydown", onKey);
      window.removeEventListener(paletteEvent, show);
    };
  }, [groups, router]);

  const choose = (item: CommandItem) => {
    setOpen(false);
    router.push(item.href);
  };

  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Portal>
        <DialogOverlay />
        <Dialog.Content className="fixed top-[12dvh] left-1/2 z-50 w-[calc(100%-1.5rem)] max-w-xl -translate-x-1/2 animate-pop-in overflow-hidden rounded-xl border border-border bg-popover shadow-pop focus:outline-none">
          <Dialog.Title className="sr-only">{t("title")}</Dialog.Title>
          <Dialog.Description className="sr-only">{t("description")}</Dialog.Description>
          <Command loop label={t("title")}>
            <Command.Input
              placeholder={t("search")}
              className="h-12 w-full border-b border-border bg-transparent px-4 text-lg placeholder:text-muted-foreground focus:outline-none"
            />
            <Command.List className="max-h-[min(24rem,60dvh)] overflow-y-auto p-1.5">
              <Command.Empty className="py-8 text-center text-sm text-muted-foreground">
                {t("empty")}
              </Command.Empty>
              {groups.map((group) => (
                <Command.Group
                  key={group.heading}
                  heading={group.heading}
                  className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted-foreground"
                >
                  {group.items.map((item) => (
                    <Command.Item
                      key={item.href + item.label}
                      value={`${group.heading} ${item.label}`}
                      keywords={[...(item.keywords ?? [])]}
                      onSelect={() => choose(item)}
                      className={cn(menuItem, "h-9 data-[selected=true]:bg-accent")}
                    >
                      {item.icon}
                      <span className="min-w-0 flex-1 truncate">{item.label}</span>
                      {item.detail && (
                        <span className="truncate text-xs text-muted-foreground">{item.detail}</span>
                      )}
                      {item.shortcut && <Kbd className="uppercase">{item.shortcut}</Kbd>}
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
          <PaletteKeys />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteKeys() {
  const t = useTranslations("ui.palette");
  return (
    <p className="flex gap-4 border-t border-border bg-muted/50 px-4 py-2 text-xs text-muted-foreground max-sm:hidden">
      <span>
        <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t("navigate")}
      </span>
      <span>
        <Kbd>↵</Kbd> {t("select")}
      </span>
      <span>
        <Kbd>esc</Kbd> {t("dismiss")}
      </span>
    </p>
  );
}
