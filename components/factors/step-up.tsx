"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useRef, useState } from "react";
import { AskForProof } from "@/components/forms/use-proven";
import { Dialog, DialogBody, DialogContent } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { ProofChoice } from "./proof-choice";
import type { Action, Ways } from "./types";

/**
 * One dialog for every action that asks for a fresh proof: the action waits for it and is then done once more, with
 * what was typed still there.
 */
export function StepUp({
  ways: askForWays,
  prove,
  children,
}: {
  ways: Action<Ways>;
  prove: Action;
  children: ReactNode;
}) {
  const t = useTranslations("factors.stepUp");
  const [ways, setWays] = useState<Ways>();
  const settle = useRef<((given: boolean) => void) | undefined>(undefined);

  const load = useCallback(async () => {
    const found = await askForWays({ purpose: "verify" });
    if (found.ok) setWays(found.data);
    else toast.error(found.error.message);
    return found.ok;
  }, [askForWays]);

  const ask = useCallback(async () => {
    settle.current?.(false);
    if (!(await load())) return false;
    return new Promise<boolean>((resolve) => {
      settle.current = resolve;
    });
  }, [load]);

  const end = (given: boolean) => {
    settle.current?.(given);
    settle.current = undefined;
    setWays(undefined);
  };

  return (
    <AskForProof value={ask}>
      {children}
      <Dialog open={ways !== undefined} onOpenChange={(open) => !open && end(false)}>
        <DialogContent title={t("title")} description={t("description")}>
          <DialogBody>
            {ways && (
              <ProofChoice ways={ways} prove={prove} onDone={() => end(true)} onRefused={() => void load()} />
            )}
          </DialogBody>
        </DialogContent>
      </Dialog>
    </AskForProof>
  );
}
