import { useLocale, useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { InstalmentStatus } from "@/lib/core/instalments";
import { formatDate, formatMoney } from "@/lib/i18n/format";
import type { PayAction } from "./invoice-side";
import { PayButton } from "./pay-button";

/** An instalment of a payment plan; amounts in minor units. */
export type Instalment = {
  position: number;
  dueDate: string;
  amountMinor: bigint;
  state: InstalmentStatus;
  /** What is still to be paid of it and of those before it, which payments fill first. */
  toPayMinor: bigint;
};

const tones: Record<InstalmentStatus, Tone> = {
  paid: "success",
  partially_paid: "warning",
  due: "info",
  overdue: "danger",
  upcoming: "neutral",
};

/** A payment plan: each instalment with its state and, while it is not paid, its own way to pay it. */
export function PlanList({
  plan,
  currency,
  pay,
}: {
  plan: readonly Instalment[];
  currency: string;
  /** Null where nothing can be paid. */
  pay: PayAction | null;
}) {
  const t = useTranslations("pay.plan");
  const locale = useLocale();
  const money = (minor: bigint) => formatMoney(minor, currency, locale);
  const next = plan.findIndex((instalment) => instalment.state !== "paid");
  return (
    <ol
      aria-label={t("title")}
      className="divide-y divide-border border-y border-border text-sm tabular-nums"
    >
      {plan.map((instalment, index) => (
        <li key={instalment.position} className="flex flex-col gap-2 py-3">
          <div className="flex items-baseline justify-between gap-3">
            <span className="text-muted-foreground">{formatDate(instalment.dueDate, locale)}</span>
            <Badge tone={tones[instalment.state]}>{t(`states.${instalment.state}`)}</Badge>
            <span className="ml-auto font-medium">{money(instalment.amountMinor)}</span>
          </div>
          {pay && instalment.state !== "paid" && (
            <PayButton
              label={t(labelOf(index, next, plan.length), { amount: money(instalment.toPayMinor) })}
              variant={index === next ? "primary" : "secondary"}
              pay={pay.bind(null, instalment.position)}
            />
          )}
        </li>
      ))}
    </ol>
  );
}

/** The next instalment is paid by itself, a later one with those before it, the last with everything. */
function labelOf(index: number, next: number, count: number): "pay" | "payUpTo" | "payAll" {
  if (index === next) return "pay";
  return index === count - 1 ? "payAll" : "payUpTo";
}
