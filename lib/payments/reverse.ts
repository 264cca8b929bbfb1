import { eq } from "drizzle-orm";
import { payments } from "@/db/schema";
import { leftOf, takeBack } from "@/lib/allocations/allocate";
import { laterOf } from "@/lib/invoices/dates";
import { cashAccount } from "@/lib/ledger/accounts";
import { post } from "@/lib/ledger/post";
import { conflict, invalid } from "@/lib/platform/errors";
import { together } from "@/lib/platform/together";
import { verb } from "@/lib/platform/verb";
import { lockPayment } from "./load";
import { dateProblem } from "./rules";
import { ReversePaymentInput } from "./schemas";
import { tell } from "./tell";

/**
 * Takes a payment by hand back as a whole, once: a bounced cheque, a mistake. Its invoices owe again.
 * @throws DomainError invalid, beside the date: `inFuture`, `periodLocked`, `beforePayment`; conflict
 * `onlineNotReversed`, `refundedAlready`, `doneBefore`, `notOpen` when one of its invoices is
 */
export const reversePayment = verb("payment.reverse", ReversePaymentInput, async (tx, ctx, input) => {
  const { id, reversedOn, reason } = input;
  const { payment, settled, refundedMinor, organization, today } = await lockPayment(tx, id);
  if (payment.method === "online") throw conflict("onlineNotReversed");
  if (payment.reversedOn) throw conflict("doneBefore");
  if (refundedMinor > 0n) throw conflict("refundedAlready");
  if (settled.some(({ lifecycle }) => lifecycle !== "open")) throw conflict("notOpen");
  const problem =
    dateProblem(reversedOn, { today, booksClosedOn: organization.booksClosedOn }) ??
    (reversedOn < payment.receivedOn ? "beforePayment" : undefined);
  if (problem) throw invalid("reversedOn", problem);

  const { clientId, currency, amountMinor } = payment;
  for (const { allocation } of settled)
    await takeBack(tx, allocation, { clientId, currency, on: laterOf(reversedOn, allocation.appliedOn) });
  const { baseMinor } = await leftOf(tx, id);
  await together([
    tx.update(payments).set({ reversedOn, reversalReason: reason }).where(eq(payments.id, id)).execute(),
    post(tx, {
      kind: "payment.reversed",
      sourceId: id,
      postedOn: reversedOn,
      currency,
      clientId,
      postings: [
        { account: "client_credit", amountMinor, baseMinor, paymentId: id },
        {
          account: cashAccount(payment.method, payment.gateway),
          amountMinor: -amountMinor,
          baseMinor: -baseMinor,
          paymentId: id,
        },
      ],
    }),
    ctx.audit({
      action: "payment.reverse",
      subjectType: "payment",
      subjectId: id,
      after: { reversedOn, reason, amountMinor, currency },
    }),
  ]);
  await tell(
    ctx,
    { type: "payment.reversed", paymentId: id, currency, payload: { amountMinor: String(amountMinor) } },
    settled.map(({ allocation }) => allocation),
    "credit.unapplied",
  );
  return { id };
});
