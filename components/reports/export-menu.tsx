"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
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
import type { ActionResult } from "@/lib/web/action";

/** The journal of a period as a file, in one of its formats. `range` is the period in words. */
export function ExportMenu({
  period,
  range,
  mayExport,
}: {
  period: Period;
  range: { from: string; to: string };
  /** Asked first: a download by itself can't ask for a proof of who is there. */
  mayExport: (input: unknown) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("reports.journal");
  const { run } = useAction(mayExport);
  const download = async (href: string) => {
    if (await run({})) window.location.assign(href);
  };
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
          <DropdownMenuItem
            key={format}
            onSelect={() => void download(`/reports/journal/export/${format}?${new URLSearchParams(period)}`)}
          >
            {t(`formats.${format}`)}
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
