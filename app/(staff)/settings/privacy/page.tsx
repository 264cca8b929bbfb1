import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { OpenExports } from "@/components/privacy/open-exports";
import { People } from "@/components/privacy/people";
import { Periods } from "@/components/privacy/periods";
import { RetentionCard } from "@/components/privacy/retention-card";
import { RetentionRuns } from "@/components/privacy/retention-runs";
import { listOpenExports } from "@/lib/privacy/export-queries";
import { getRetention, listErasable } from "@/lib/privacy/retention-queries";
import { requireStaff } from "@/lib/web/current";
import { eraseUserAction, setRetentionAction, startRetentionAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("privacy"))("title") };
}

/** What is kept for how long, what was taken away, archives that are open, and whom to erase. */
export default async function PrivacyPage() {
  const { ctx, user, organization, can } = await requireStaff("privacy.read");
  const [locale, retention, exports, people] = await Promise.all([
    getLocale(),
    getRetention(ctx, {}),
    listOpenExports(ctx, {}),
    listErasable(ctx, {}),
  ]);
  const reader = { locale, timeZone: organization.timeZone };
  return (
    <div className="flex flex-col gap-8">
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <RetentionCard retention={retention} action={can("privacy.retain") ? setRetentionAction : null} />
        <Periods />
      </div>
      <RetentionRuns
        retention={retention}
        {...reader}
        action={can("privacy.retain") ? startRetentionAction : null}
      />
      <OpenExports rows={exports} {...reader} />
      {can("privacy.erase") && <People people={people} ownId={user.id} erase={eraseUserAction} />}
    </div>
  );
}
