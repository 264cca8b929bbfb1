"use client";

import { ArrowDown, ArrowUp, Copy, EllipsisVertical, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";

export type LineMoves = {
  onMove: (from: number, to: number) => void;
  onDuplicate: (index: number) => void;
  onRemove: (index: number) => void;
};

/** What can be done with a line beside typing into it. */
export function LineMenu({
  index,
  count,
  onMove,
  onDuplicate,
  onRemove,
}: LineMoves & { index: number; count: number }) {
  const t = useTranslations("invoices.editor");
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button
          variant="ghost"
          size="icon"
          aria-label={t("lineMenu", { number: index + 1 })}
          className="-mr-2 w-6 text-muted-foreground touch:w-9"
        >
          <EllipsisVertical aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuItem disabled={index === 0} onSelect={() => onMove(index, index - 1)}>
          <ArrowUp aria-hidden />
          {t("moveUp")}
        </DropdownMenuItem>
        <DropdownMenuItem disabled={index === count - 1} onSelect={() => onMove(index, index + 1)}>
          <ArrowDown aria-hidden />
          {t("moveDown")}
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => onDuplicate(index)}>
          <Copy aria-hidden />
          {t("duplicate")}
        </DropdownMenuItem>
        <DropdownMenuSeparator />
        <DropdownMenuItem tone="danger" onSelect={() => onRemove(index)}>
          <Trash2 aria-hidden />
          {t("remove")}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
