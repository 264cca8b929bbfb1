import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ParkedJobs } from "@/components/settings/parked-jobs";
import { WebhookEvents } from "@/components/settings/webhook-events";
import { WebhookRejections } from "@/components/settings/webhook-rejections";
import { listParkedJobs } from "@/lib/admin/jobs";
import { listWebhooks } from "@/lib/admin/queries";
import { requireStaff } from "@/lib/web/current";
import { retryJobAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.work");
  return { title: t("title") };
}

export default async function WorkPage() {
  const { ctx, organization } = await requireStaff("job.read");
  const [locale, jobs, webhooks] = await Promise.all([
    getLocale(),
    listParkedJobs(ctx, {}),
    listWebhooks(ctx, {}),
  ]);
  const { timeZone } = organization;
  return (
    <div className="flex flex-col gap-8">
      <ParkedJobs jobs={jobs} retry={retryJobAction} />
      <WebhookEvents events={webhooks.events} />
      <WebhookRejections rejections={webhooks.rejections} locale={locale} timeZone={timeZone} />
    </div>
  );
}
