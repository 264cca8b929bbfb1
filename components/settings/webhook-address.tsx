import { useTranslations } from "next-intl";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";

/** Where the payment provider sends its events. */
export function WebhookAddress({ address }: { address: string }) {
  const t = useTranslations("settings.webhookAddress");
  return (
    <Card>
      <CardHeader title={t("title")} description={t("description")} />
      <CardContent>
        <div className="flex items-start gap-2 rounded-md border border-border bg-muted px-2.5 py-1.5">
          <code className="min-w-0 flex-1 py-1 font-mono text-xs break-all">{address}</code>
          <CopyButton value={address} variant="ghost" />
        </div>
      </CardContent>
    </Card>
  );
}
