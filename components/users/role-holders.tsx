import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";

/** Who holds a role and so is met by its change. */
export function RoleHolders({ holders }: { holders: readonly { userId: string; name: string }[] }) {
  const t = useTranslations("users.roles");
  if (holders.length === 0) return <p className="text-sm text-muted-foreground">{t("nobody")}</p>;
  return (
    <Alert tone="neutral" title={t("heldBy", { count: holders.length })}>
      <bdi>{holders.map(({ name }) => name).join(", ")}</bdi>. {t("heldHint")}
    </Alert>
  );
}
