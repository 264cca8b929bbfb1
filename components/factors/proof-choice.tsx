"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { CodeForm } from "./code-form";
import { PasskeyButton } from "./passkey-button";
import { PasswordForm } from "./password-form";
import type { Action, Method, Ways } from "./types";

const ORDER = ["passkey", "code", "password", "recovery"] as const satisfies readonly Method[];

/** One way of proving to be oneself at a time, the quickest first, and how to get to the others. */
export function ProofChoice({
  ways,
  prove,
  onDone,
  onRefused,
}: {
  ways: Ways;
  prove: Action;
  onDone: () => void | Promise<void>;
  /** After a passkey was not accepted: its question has been answered, and another one is due. */
  onRefused: () => void;
}) {
  const t = useTranslations("factors.prove");
  const possible = ORDER.filter((method) => ways[method]);
  const [chosen, choose] = useState<Method>();
  const method = chosen ?? possible[0];
  return (
    <div className="flex flex-col gap-4">
      {method === "passkey" && ways.passkey && (
        <PasskeyButton question={ways.passkey} prove={prove} onDone={onDone} onRefused={onRefused} />
      )}
      {(method === "code" || method === "recovery") && (
        <CodeForm key={method} method={method} prove={prove} onDone={onDone} />
      )}
      {method === "password" && <PasswordForm prove={prove} onDone={onDone} />}
      {possible.length > 1 && (
        <div className="flex flex-col items-center gap-2 border-t border-border pt-4">
          {possible
            .filter((other) => other !== method)
            .map((other) => (
              <Button key={other} variant="link" size="sm" onClick={() => choose(other)}>
                {t(`use.${other}`)}
              </Button>
            ))}
        </div>
      )}
    </div>
  );
}
