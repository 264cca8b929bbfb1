"use client";

import { Copy, Pencil, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useAction } from "@/components/forms/use-action";
import { dropCopy } from "@/components/invoices/editor/unsaved-copies";
import { useCan } from "@/components/shell/granted";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/web/action";
import { type CopyAction, useCopy } from "./use-copy";

/** What can be done with a draft. */
export function DraftActions({
  id,
  newId,
  duplicate,
  schedule,
  remove,
}: {
  id: string;
  /** For the draft that a duplicate becomes. */
  newId: string;
  duplicate: CopyAction;
  /** The way to let it go out by itself. */
  schedule: ReactNode;
  remove: (input: { id: string }) => Promise<ActionResult<{ id: string }>>;
}) {
  const t = useTranslations("invoices.detail");
  const router = useRouter();
  const can = useCan();
  const action = useAction(remove, () => {
    dropCopy(id);
    toast.success(t("deleted"));
    router.push("/invoices");
  });
  const copy = useCopy(id, newId, duplicate);
  return (
    <>
      {can("invoice.write") && (
        <Button pending={copy.pending} onClick={copy.copy}>
          <Copy aria-hidden />
          {t("duplicate")}
        </Button>
      )}
      {can("invoice.delete") && (
        <ConfirmDialog
          trigger={
            <Button>
              <Trash2 aria-hidden />
              {t("delete")}
            </Button>
          }
          title={t("deleteTitle")}
          description={t("deleteText")}
          confirmLabel={t("delete")}
          onConfirm={() => action.run({ id })}
        />
      )}
      {schedule}
      {can("invoice.write") && (
        <ButtonLink href={`/invoices/${id}/edit`} variant="primary">
          <Pencil aria-hidden />
          {t("edit")}
        </ButtonLink>
      )}
    </>
  );
}
