"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAction } from "@/components/forms/use-action";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import type { ActionResult } from "@/lib/web/action";

type Change = {
  side: "old" | "new";
  oldEmail: string;
  newEmail: string;
  confirmed: boolean;
  otherConfirmed: boolean;
};

/** A yes or a no to a change of address. Opening the link answers nothing: mail programs open links by themselves. */
export function EmailChange({
  token,
  change,
  confirm,
  cancel,
}: {
  token: string;
  change: Change;
  confirm: (input: { token: string }) => Promise<ActionResult<{ applied: boolean }>>;
  cancel: (input: { token: string }) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("auth");
  const [outcome, setOutcome] = useState<"applied" | "cancelled" | "confirmedNow" | null>(
    change.confirmed ? "confirmedNow" : null,
  );
  const yes = useAction(confirm, ({ applied }) => setOutcome(applied ? "applied" : "confirmedNow"));
  const no = useAction(cancel, () => setOutcome("cancelled"));
  const { oldEmail, newEmail, side, confirmed, otherConfirmed } = change;
  const own = confirmed || outcome === "confirmedNow";
  const rows = [
    { label: t("emailChange.from"), email: oldEmail, done: side === "old" ? own : otherConfirmed },
    { label: t("emailChange.to"), email: newEmail, done: side === "new" ? own : otherConfirmed },
  ];
  if (outcome === "applied" || outcome === "cancelled")
    return (
      <div className="flex flex-col gap-4">
        <Alert tone={outcome === "applied" ? "success" : "neutral"}>
          {t(`emailChange.${outcome}`, { email: outcome === "applied" ? newEmail : oldEmail })}
        </Alert>
        <ButtonLink href="/account" className="w-full">
          {t("emailChange.account")}
        </ButtonLink>
      </div>
    );
  return (
    <div className="flex flex-col gap-4">
      <dl className="flex flex-col gap-3 text-sm">
        {rows.map(({ label, email, done }) => (
          <div key={label}>
            <dt className="text-muted-foreground">{label}</dt>
            <dd className="mt-0.5 flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
              <span className="min-w-0 font-medium [overflow-wrap:anywhere]">{email}</span>
              <Badge dot tone={done ? "success" : "neutral"}>
                {t(done ? "emailChange.confirmed" : "emailChange.waiting")}
              </Badge>
            </dd>
          </div>
        ))}
      </dl>
      {own ? (
        <Alert tone="success">{t("emailChange.confirmedNow")}</Alert>
      ) : (
        <Button
          variant="primary"
          size="lg"
          className="w-full"
          pending={yes.pending}
          onClick={() => yes.run({ token })}
        >
          {t("emailChange.confirm")}
        </Button>
      )}
      <Button className="w-full" pending={no.pending} onClick={() => no.run({ token })}>
        {t("emailChange.cancel")}
      </Button>
    </div>
  );
}
