"use client";

import { Monitor, Smartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { type Column, DataTable } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import { toast } from "@/components/ui/toast";
import { deviceOf } from "@/lib/core/user-agent";
import type { Action, OwnSession } from "./types";

const HANDHELD = ["iPhone", "iPad", "Android"];

/** Where one is signed in, with the way out of each and of all others. */
export function SessionsSection({
  sessions,
  revoke,
  revokeOthers,
}: {
  sessions: readonly OwnSession[];
  revoke: Action;
  revokeOthers: Action<{ ended: number }>;
}) {
  const t = useTranslations("account.sessions");
  const own = sessions.find((session) => session.current);
  const others = useAction(revokeOthers, ({ ended }) => toast.success(t("revokedOthers", { count: ended })));
  const nameOf = ({ userAgent }: OwnSession) => {
    const { browser, system } = deviceOf(userAgent);
    if (browser && system) return t("on", { browser, system });
    return browser ?? system ?? t("unknown");
  };
  const columns: Column<OwnSession>[] = [
    {
      key: "device",
      header: t("device"),
      cell: (session) => {
        const Icon = HANDHELD.includes(deviceOf(session.userAgent).system ?? "") ? Smartphone : Monitor;
        return (
          <span className="flex min-w-0 items-center gap-3">
            <Icon aria-hidden className="size-4 shrink-0 text-muted-foreground" />
            <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
              <span className="font-medium">{nameOf(session)}</span>
              {session.current && <Badge tone="info">{t("this")}</Badge>}
            </span>
          </span>
        );
      },
    },
    {
      key: "place",
      header: t("place"),
      showFrom: "sm",
      cell: (session) => session.ip ?? <span className="text-muted-foreground">{t("unknownPlace")}</span>,
    },
    {
      key: "since",
      header: t("since"),
      showFrom: "md",
      cell: (session) => <RelativeTime date={session.createdAt} />,
    },
    { key: "used", header: t("lastUsed"), cell: (session) => <RelativeTime date={session.lastUsedAt} /> },
    {
      key: "actions",
      header: t("actions"),
      hideHeader: true,
      align: "end",
      className: "max-sm:order-3 max-sm:col-span-2 max-sm:col-start-1 max-sm:pt-2 max-sm:empty:hidden",
      cell: (session) =>
        !session.current && <Revoke id={session.id} device={nameOf(session)} action={revoke} />,
    },
  ];
  return (
    <section className="flex flex-col gap-3" aria-labelledby="sessions">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h2 id="sessions" className="text-base font-semibold">
            {t("title")}
          </h2>
          <p className="mt-0.5 text-sm text-pretty text-muted-foreground">{t("description")}</p>
        </div>
        {own && sessions.length > 1 && (
          <ConfirmDialog
            trigger={<Button size="sm">{t("revokeOthers")}</Button>}
            title={t("revokeOthersTitle")}
            description={t("revokeOthersDescription")}
            confirmLabel={t("revokeOthers")}
            onConfirm={() => others.run({ id: own.id })}
          />
        )}
      </div>
      <DataTable
        caption={t("title")}
        columns={columns}
        rows={sessions}
        rowKey={(session) => session.id}
        rowSummary={(session) => session.ip}
      />
    </section>
  );
}

function Revoke({ id, device, action }: { id: string; device: string; action: Action }) {
  const t = useTranslations("account.sessions");
  const { run, pending } = useAction(action, () => toast.success(t("revoked", { device })));
  return (
    <Button size="sm" pending={pending} aria-label={t("revokeLabel", { device })} onClick={() => run({ id })}>
      {t("revoke")}
    </Button>
  );
}
