"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import type { Action } from "./types";

/** Fetches an archive. The proof is asked for first: a download by itself can't ask for one. */
export function DownloadArchive({
  href,
  time,
  mayDownload,
}: {
  href: string;
  /** When it was asked for, in words. */
  time: string;
  mayDownload: Action;
}) {
  const t = useTranslations("privacy.export");
  const { run, pending } = useAction(mayDownload);
  const fetchIt = async () => {
    if (await run({})) window.location.assign(href);
  };
  return (
    <Button size="sm" pending={pending} aria-label={t("downloadOf", { time })} onClick={() => void fetchIt()}>
      <Download aria-hidden />
      {t("download")}
    </Button>
  );
}
