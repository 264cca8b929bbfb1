"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { bookFormatNames } from "@/lib/core/books-formats";
import type { Period } from "@/lib/core/period";

/** The journal of a period as a file, in one of its formats. `range` is the period in words. */
export function ExportMenu({ period, range }: { period: Period; range: { from: string; to: string } }) {
  const t = useTranslations("reports.journal");
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button>
          <Download aria-hidden />
          {t("export")}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuLabel>{t("exportHint", range)}</DropdownMenuLabel>
        {bookFormatNames.map((format) => (
          <DropdownMenuItem key={format} asChild>
            <a href={`/reports/journal/export/${format}?${new URLSearchParams(period)}`} download>
              {t(`formats.${format}`)}
            </a>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
