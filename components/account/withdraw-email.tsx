"use client";

import { useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { Action } from "./types";

/** The button that takes a change of address back. */
export function WithdrawEmail({ action }: { action: Action }) {
  const t = useTranslations("account.email");
  const { run, pending } = useAction(action, () => toast.success(t("withdrawn")));
  return (
    <Button size="sm" pending={pending} onClick={() => run({})}>
      {t("withdraw")}
    </Button>
  );
}
