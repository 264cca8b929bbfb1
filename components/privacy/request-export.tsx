"use client";

import { PackagePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { newId } from "@/lib/platform/ids";
import type { Action } from "./types";

/** The button that asks for an archive: of a client, or, without one, of oneself. */
export function RequestExport({ clientId, action }: { clientId?: string; action: Action }) {
  const t = useTranslations("privacy.export");
  const { run, pending } = useAction(action, () => toast.success(t("requested")));
  return (
    <Button
      size="sm"
      pending={pending}
      onClick={() => run({ id: newId(), ...(clientId ? { clientId } : {}) })}
    >
      <PackagePlus aria-hidden />
      {t("request")}
    </Button>
  );
}
