import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SettingsTabs } from "@/components/settings/settings-tabs";
import { settingsTabs } from "@/components/staff/places";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/web/current";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { can } = await requireStaff();
  const t = await getTranslations("settings");
  const allowed = settingsTabs.filter((tab) => can(tab.permission));
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
