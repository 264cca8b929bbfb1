import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Card, CardContent, CardFooter, CardHeader } from "@/components/ui/card";
import { formatDate, formatDateTime, formatMoney } from "@/lib/i18n/format";
import type { StillOpen } from "@/lib/privacy/erasure-open";
import type { ErasurePreview } from "@/lib/privacy/erasure-preview";
import { EraseClient } from "./erase-client";
import { KeptList } from "./kept-list";
import type { Action } from "./types";

/** What an erasure takes, what it keeps and why, what is in its way; and the button. */
export function ErasureCard({
  preview,
  timeZone,
  action,
}: {
  preview: ErasurePreview;
  timeZone: string;
  /** Null for who may not. */
  action: Action | null;
}) {
  const t = useTranslations("privacy.erase");
  const locale = useLocale();
  const { client, open, goes } = preview;
  if (client.erasedAt)
    return (
      <Card>
        <CardHeader
          title={t("erasedTitle")}
          description={t("erased", { time: formatDateTime(client.erasedAt, locale, timeZone) })}
        />
        <CardContent>
          <KeptList preview={preview} />
        </CardContent>
      </Card>
    );
  return (
    <Card>
      <CardHeader title={t("title")} description={t("description")} />
      <CardContent className="flex flex-col gap-5">
        {open.length > 0 && (
          <Alert tone="warning" title={t("openTitle")}>
            <ul className="list-disc pl-4">
              {open.map((one) => (
                <li key={one.problem}>
                  <OpenWords open={one} />
                </li>
              ))}
            </ul>
          </Alert>
        )}
        <div className="grid gap-5 text-sm sm:grid-cols-2">
          <div>
            <h3 className="font-medium">{t("goes")}</h3>
            <ul className="mt-1.5 list-disc pl-4 text-pretty marker:text-muted-foreground">
              <li>{t("contacts", { count: goes.contacts })}</li>
              <li>{t("trail")}</li>
              <li>{t("drafts", { count: goes.drafts })}</li>
              <li>{t("links", { count: goes.links })}</li>
              <li>{t("people", { count: goes.people })}</li>
            </ul>
          </div>
          <KeptList preview={preview} />
        </div>
      </CardContent>
      {action && open.length === 0 && (
        <CardFooter>
          <EraseClient client={client} action={action} />
        </CardFooter>
      )}
    </Card>
  );
}

function OpenWords({ open }: { open: StillOpen }) {
  const t = useTranslations("privacy.erase");
  const locale = useLocale();
  switch (open.problem) {
    case "erasureOwed":
    case "erasureCredit": {
      const sums = open.sums.map((sum) => formatMoney(sum.minor, sum.currency, locale)).join(" · ");
      return t(open.problem === "erasureOwed" ? "owed" : "credit", { sums });
    }
    case "erasureRefund":
      return t("refund", { count: open.count });
    case "erasureScheduled":
      return open.drafts.map((draft) => (
        <span key={draft.id} className="block">
          {t("scheduled", { date: draft.date ? formatDate(draft.date, locale) : "" })}{" "}
          <Link href={`/invoices/${draft.id}`} className="underline underline-offset-2">
            {t("scheduledLink")}
          </Link>
        </span>
      ));
  }
}
