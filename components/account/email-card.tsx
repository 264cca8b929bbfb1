import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { ChangeEmail } from "./change-email";
import type { Action, PendingEmail } from "./types";
import { WithdrawEmail } from "./withdraw-email";

/** One's address, and the one that it is about to become. */
export function EmailCard({
  email,
  pending,
  change,
  withdraw,
}: {
  email: string;
  pending: PendingEmail | null;
  change: Action;
  withdraw: Action;
}) {
  const t = useTranslations("account.email");
  const confirmed = pending?.oldConfirmedAt ? "old" : pending?.newConfirmedAt ? "new" : "none";
  return (
    <Card>
      <CardHeader
        title={t("title")}
        description={t("description")}
        actions={<ChangeEmail action={change} />}
      />
      <CardContent className="flex flex-col gap-4">
        <p className="text-sm font-medium [overflow-wrap:anywhere]">{email}</p>
        {pending && (
          <Alert
            tone="neutral"
            title={
              <span className="[overflow-wrap:anywhere]">{t("pendingTitle", { email: pending.email })}</span>
            }
          >
            <p className="mb-2.5">{t(`pending.${confirmed}`)}</p>
            <WithdrawEmail action={withdraw} />
          </Alert>
        )}
      </CardContent>
    </Card>
  );
}
