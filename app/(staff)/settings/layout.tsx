import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SettingsTabs } from "@/components/settings/settings-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/permissions";
import { requirePermission } from "@/lib/web/current";

const tabs = [
  { href: "/settings", key: "organization", permission: "organization.read" },
  { href: "/settings/users", key: "users", permission: "user.read" },
  { href: "/settings/work", key: "work", permission: "job.read" },
  { href: "/settings/audit", key: "audit", permission: "audit.read" },
  { href: "/settings/privacy", key: "privacy", permission: "privacy.read" },
] as const;

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { actor } = await requirePermission("overview.read");
  const t = await getTranslations("settings");
  const allowed = tabs.filter((tab) => may(actor.role, tab.permission));
  return (
    <>
      <PageHeader title={t("title")} />
      {allowed.length > 1 && (
        <SettingsTabs
          label={t("title")}
          tabs={allowed.map(({ href, key }) => ({ href, label: t(`tabs.${key}`) }))}
        />
      )}
      <div className="mt-5">{children}</div>
    </>
  );
}
