"use client";

import { type PublicKeyCredentialRequestOptionsJSON, startAuthentication } from "@simplewebauthn/browser";
import { Fingerprint } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { useAwake } from "../forms/use-awake";
import type { Action } from "./types";

/** Asks the device for a passkey and sends what it answers. */
export function PasskeyButton({
  question,
  prove,
  onDone,
  onRefused,
}: {
  question: PublicKeyCredentialRequestOptionsJSON;
  prove: Action;
  onDone: () => void | Promise<void>;
  onRefused: () => void;
}) {
  const t = useTranslations("factors.prove");
  const [pending, startTransition] = useTransition();
  const [problem, setProblem] = useState<string>();
  const awake = useAwake();

  const ask = async () => {
    setProblem(undefined);
    const answer = await startAuthentication({ optionsJSON: question }).catch(() => null);
    // The person closed the device's window, or it has no such passkey: it has said so itself.
    if (!answer) return setProblem(t("passkeyCancelled"));
    const result = await prove({ method: "passkey", answer });
    if (result.ok) return onDone();
    setProblem(Object.values(result.error.fields)[0] ?? result.error.message);
    onRefused();
  };

  return (
    <div className="flex flex-col gap-4">
      {problem && <Alert tone="danger">{problem}</Alert>}
      <p className="text-sm text-pretty text-muted-foreground">{t("passkeyHint")}</p>
      <Button
        variant="primary"
        size="lg"
        className="w-full"
        pending={pending}
        disabled={!awake}
        onClick={() => startTransition(ask)}
      >
        <Fingerprint aria-hidden />
        {t("passkey")}
      </Button>
    </div>
  );
}
