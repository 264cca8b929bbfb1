import { useLocale, useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { formatDate, formatMoney } from "@/lib/i18n/format";
import type { PaymentDetail } from "@/lib/payments/detail";
import { DecideRefund } from "./decide-refund";
import type { DecideActions } from "./types";
import { WithdrawRefund } from "./withdraw-refund";

type Request = PaymentDetail["requests"][number];

const tones: Record<Request["request"]["state"], Tone> = {
  pending: "warning",
  approved: "success",
  refused: "danger",
  withdrawn: "neutral",
};

/** Refunds that a second person decides on, and how each was decided. Nothing when none was asked for. */
export function RequestsCard({
  requests,
  refundableMinor,
  userId,
  actions,
}: {
  requests: readonly Request[];
  /** What can be given back, as its reader sees it; minor units. */
  refundableMinor: bigint;
  /** The reader: their own request is another's to decide. */
  userId: string;
  actions: DecideActions;
}) {
  const t = useTranslations("payments");
  const locale = useLocale();
  if (requests.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t("approval.title")} description={t("approval.description")} />
      <CardContent>
        <ul className="flex flex-col gap-4 text-sm">
          {requests.map(({ request, requestedBy, decidedBy }) => {
            const amount = formatMoney(request.amountMinor, request.currency, locale);
            const said = request.refusal ?? request.reason;
            return (
              <li key={request.id} className="flex flex-col gap-1.5">
                <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
                  <Badge tone={tones[request.state]} dot>
                    {t(`approval.states.${request.state}`)}
                  </Badge>
                  <span className="min-w-0 flex-1 text-xs text-muted-foreground max-sm:order-last max-sm:basis-full">
                    {t(`methods.${request.method}`)} · {formatDate(request.refundedOn, locale)}
                  </span>
                  <span className="font-medium tabular-nums">{amount}</span>
                </div>
                <p className="text-muted-foreground">
                  {t("approval.askedBy", { name: requestedBy })}
                  {decidedBy &&
                    ` · ${t(`approval.${request.state}By` as never, { name: decidedBy } as never)}`}
                </p>
                {said && (
                  <p dir="auto" className="border-l-2 border-border pl-2 [overflow-wrap:anywhere]">
                    {said}
                  </p>
                )}
                {request.state === "pending" &&
                  (request.requestedBy === userId ? (
                    <WithdrawRefund id={request.id} amount={amount} withdraw={actions.withdraw} />
                  ) : (
                    <DecideRefund
                      id={request.id}
                      amount={amount}
                      refundableMinor={refundableMinor}
                      approve={actions.approve}
                      refuse={actions.refuse}
                    />
                  ))}
              </li>
            );
          })}
        </ul>
      </CardContent>
    </Card>
  );
}
