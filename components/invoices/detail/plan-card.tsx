import { useTranslations } from "next-intl";
import { type Instalment, PlanList } from "@/components/pay/plan-list";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { PlanDialog, type PlanDialogProps } from "./plan-dialog";

/** The payment plan of an invoice; `edit` for a draft, whose plan can be made and changed. */
export function PlanCard({
  plan,
  currency,
  edit,
}: {
  plan: readonly Instalment[];
  currency: string;
  edit: Omit<PlanDialogProps, "plan" | "currency"> | null;
}) {
  const t = useTranslations("invoices.detail.plan");
  if (plan.length === 0 && !edit) return null;
  return (
    <Card>
      <CardHeader
        title={t("title")}
        actions={edit && <PlanDialog {...edit} plan={plan} currency={currency} />}
      />
      <CardContent>
        {plan.length > 0 ? (
          <PlanList plan={plan} currency={currency} pay={null} />
        ) : (
          <p className="text-sm text-muted-foreground">{t("none")}</p>
        )}
      </CardContent>
    </Card>
  );
}
