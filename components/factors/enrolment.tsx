"use client";

import { Fingerprint, Smartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { AddApp } from "./add-app";
import { AddPasskey } from "./add-passkey";
import { RecoveryCodes } from "./recovery-codes";
import type { AddActions } from "./types";

/** The first second factor, right after sign-in: an app or a passkey, then the recovery codes, then `onward`. */
export function Enrolment({ actions, onward }: { actions: AddActions; onward: string }) {
  const t = useTranslations("factors");
  const [kind, choose] = useState<"app" | "passkey">();
  const [codes, setCodes] = useState<string[]>();
  // A whole new page: what was kept from before belongs to somebody who was not in yet.
  const go = () => window.location.assign(onward);
  if (codes) return <RecoveryCodes codes={codes} onKept={go} />;
  const onAdded = (fresh: string[]) => (fresh.length > 0 ? setCodes(fresh) : go());
  if (kind === undefined)
    return (
      <div className="flex flex-col gap-3">
        <Choice
          icon={Smartphone}
          title={t("app.title")}
          text={t("app.description")}
          onClick={() => choose("app")}
        />
        <Choice
          icon={Fingerprint}
          title={t("passkey.title")}
          text={t("passkey.description")}
          onClick={() => choose("passkey")}
        />
      </div>
    );
  return (
    <div className="flex flex-col gap-4">
      {kind === "app" ? (
        <AddApp start={actions.startApp} confirm={actions.confirmApp} onAdded={onAdded} />
      ) : (
        <AddPasskey question={actions.passkeyQuestion} add={actions.addPasskey} onAdded={onAdded} />
      )}
      <Button variant="link" size="sm" className="self-center" onClick={() => choose(undefined)}>
        {t("enrol.another")}
      </Button>
    </div>
  );
}

function Choice({
  icon: Icon,
  title,
  text,
  onClick,
}: {
  icon: typeof Smartphone;
  title: string;
  text: string;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="flex items-start gap-3 rounded-lg border border-border px-4 py-3 text-left hover:bg-accent"
    >
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-link" />
      <span>
        <span className="block text-sm font-medium">{title}</span>
        <span className="block text-sm text-pretty text-muted-foreground">{text}</span>
      </span>
    </button>
  );
}
