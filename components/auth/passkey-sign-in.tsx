"use client";

import { type PublicKeyCredentialRequestOptionsJSON, startAuthentication } from "@simplewebauthn/browser";
import { Fingerprint } from "lucide-react";
import { unstable_rethrow } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { useAwake } from "@/components/forms/use-awake";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/web/action";

/** The way in without a password: the device shows its passkeys for this site. */
export function PasskeySignIn({
  question,
  action,
}: {
  question: (input: unknown) => Promise<ActionResult<PublicKeyCredentialRequestOptionsJSON>>;
  action: (input: unknown) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("auth.signIn");
  const forms = useTranslations("forms");
  const awake = useAwake();
  const [pending, startTransition] = useTransition();
  const [problem, setProblem] = useState<string>();

  const signIn = async () => {
    setProblem(undefined);
    try {
      const asked = await question({ purpose: "sign-in" });
      if (!asked.ok) return setProblem(asked.error.message);
      const answer = await startAuthentication({ optionsJSON: asked.data }).catch(() => null);
      if (!answer) return setProblem(t("passkeyCancelled"));
      const result = await action({ answer });
      if (!result.ok) setProblem(Object.values(result.error.fields)[0] ?? result.error.message);
    } catch (error) {
      unstable_rethrow(error);
      setProblem(forms("unanswered"));
    }
  };

  return (
    <div className="mt-5 flex flex-col gap-4">
      <p className="flex items-center gap-3 text-xs text-muted-foreground before:h-px before:flex-1 before:bg-border after:h-px after:flex-1 after:bg-border">
        {t("or")}
      </p>
      {problem && <Alert tone="danger">{problem}</Alert>}
      <Button
        size="lg"
        className="w-full"
        pending={pending}
        disabled={!awake}
        onClick={() => startTransition(signIn)}
      >
        <Fingerprint aria-hidden />
        {t("passkey")}
      </Button>
    </div>
  );
}
