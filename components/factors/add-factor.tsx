"use client";

import { Fingerprint, Smartphone } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { AddApp } from "./add-app";
import { AddPasskey } from "./add-passkey";
import { RecoveryCodes } from "./recovery-codes";
import type { AddActions } from "./types";

/** The button and the dialog that add a factor, and show the recovery codes that come with the first. */
export function AddFactor({ kind, actions }: { kind: "app" | "passkey"; actions: AddActions }) {
  const t = useTranslations("factors");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [codes, setCodes] = useState<string[]>();
  const close = () => {
    setOpen(false);
    setCodes(undefined);
    router.refresh();
  };
  const onAdded = (fresh: string[]) => {
    toast.success(t("added"));
    if (fresh.length > 0) setCodes(fresh);
    else close();
  };
  const Icon = kind === "app" ? Smartphone : Fingerprint;
  const title = codes ? t("codes.title") : t(`${kind}.title`);
  return (
    // Codes are shown this once: a click beside the window does not take them away.
    <Dialog open={open} onOpenChange={(next) => (next ? setOpen(true) : close())}>
      <DialogTrigger asChild>
        <Button>
          <Icon aria-hidden />
          {t(`${kind}.add`)}
        </Button>
      </DialogTrigger>
      <DialogContent
        title={title}
        {...(codes ? { onInteractOutside: (event) => event.preventDefault() } : {})}
      >
        <DialogBody>
          {codes && <RecoveryCodes codes={codes} onKept={close} />}
          {!codes && kind === "app" && (
            <AddApp start={actions.startApp} confirm={actions.confirmApp} onAdded={onAdded} />
          )}
          {!codes && kind === "passkey" && (
            <AddPasskey question={actions.passkeyQuestion} add={actions.addPasskey} onAdded={onAdded} />
          )}
        </DialogBody>
      </DialogContent>
    </Dialog>
  );
}
