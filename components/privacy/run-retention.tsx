"use client";

import { useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { newId } from "@/lib/platform/ids";
import type { Action } from "./types";

/** The button that runs retention now. */
export function RunRetention({ action }: { action: Action }) {
  const t = useTranslations("privacy.runs");
  const { run, pending } = useAction(action, () => toast.success(t("started")));
  return (
    <Button size="sm" pending={pending} onClick={() => run({ id: newId() })}>
      {t("runNow")}
    </Button>
  );
}
