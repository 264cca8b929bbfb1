import { FileQuestion } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

/** The same page for what never existed and for what one may not see. */
export default async function NotFound() {
  const t = await getTranslations("shell.notFound");
  return (
    <main id="content" className="flex min-h-[70dvh] items-center justify-center">
      <EmptyState
        heading="h1"
        icon={FileQuestion}
        title={t("title")}
        action={<ButtonLink href="/">{t("action")}</ButtonLink>}
      >
        {t("text")}
      </EmptyState>
    </main>
  );
}
