"use client";

import { useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/web/action";

/** The button that gives a parked job all its tries again. */
export function RetryJob({
  id,
  action,
}: {
  id: string;
  action: (input: unknown) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("settings.work.jobs");
  const { run, pending } = useAction(action, () => toast.success(t("retried")));
  return (
    <Button size="sm" pending={pending} onClick={() => run({ id })}>
      {t("retry")}
    </Button>
  );
}
