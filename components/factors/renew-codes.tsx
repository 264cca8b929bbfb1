"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog, DialogBody, DialogContent } from "@/components/ui/dialog";
import { RecoveryCodes } from "./recovery-codes";
import type { Action, Added } from "./types";

/** The button that makes new recovery codes, after asking, and the window that shows them. */
export function RenewCodes({ action }: { action: Action<Added> }) {
  const t = useTranslations("factors.codes");
  const router = useRouter();
  const [codes, setCodes] = useState<string[]>();
  const { run } = useAction(action, (added) => setCodes(added.codes));
  const close = () => {
    setCodes(undefined);
    router.refresh();
  };
  return (
    <>
      <ConfirmDialog
        trigger={<Button>{t("renew")}</Button>}
        title={t("renewTitle")}
        description={t("renewText")}
        confirmLabel={t("renew")}
        tone="primary"
        onConfirm={() => run({})}
      />
      <Dialog open={codes !== undefined} onOpenChange={(open) => !open && close()}>
        <DialogContent title={t("title")} onInteractOutside={(event) => event.preventDefault()}>
          <DialogBody>{codes && <RecoveryCodes codes={codes} onKept={close} />}</DialogBody>
        </DialogContent>
      </Dialog>
    </>
  );
}
