"use client";

import { useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/web/action";

/** Makes a tax rate the one that new lines start with. */
export function MakeDefault({
  id,
  name,
  action,
}: {
  id: string;
  name: string;
  action: (input: unknown) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("settings.taxRates");
  const { run, pending } = useAction(action);
  return (
    <Button
      variant="link"
      size="sm"
      aria-label={t("makeDefaultNamed", { name })}
      pending={pending}
      onClick={() => run({ id })}
    >
      {t("makeDefault")}
    </Button>
  );
}
