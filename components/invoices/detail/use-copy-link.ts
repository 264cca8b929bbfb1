"use client";

import { useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/web/action";

/** Copies the hosted page's address, which is made first when there is none. */
export function useCopyLink(
  id: string,
  url: string | null,
  createLink: (input: { id: string }) => Promise<ActionResult<{ url: string }>>,
) {
  const t = useTranslations("invoices.detail");
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    toast.success(t("linkCopied"));
  };
  const create = useAction(createLink, ({ url }) => void copy(url));
  return { copyLink: () => (url ? copy(url) : create.run({ id })), pending: create.pending };
}
