import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { refundRequests, users } from "@/db/schema";
import { formatMoney } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { env } from "@/lib/platform/env";
import { whoMay } from "@/lib/users/who-may";
import type { Message, StoredEvent } from "../message";
import { paymentFacts } from "../payment-facts";

const Payload = z.object({ refundId: z.uuid() });

async function load(tx: Tx, event: StoredEvent) {
  const { refundId } = Payload.parse(event.payload);
  const [request] = await tx.select().from(refundRequests).where(eq(refundRequests.id, refundId));
  if (!request) throw new Error("The event's request is not there");
  return request;
}

const person = async (tx: Tx, id: string | null) => {
  const [user] = id ? await tx.select().from(users).where(eq(users.id, id)) : [];
  return user;
};

type Words = "refundRequested" | "refundApproved" | "refundRefused";

// These are read by staff, so in the organization's language and with its way of writing sums.
async function compose(tx: Tx, event: StoredEvent, to: string, key: Words) {
  const request = await load(tx, event);
  const { organization, words } = await paymentFacts(tx, request.paymentId);
  const [requester, decider] = [await person(tx, request.requestedBy), await person(tx, request.decidedBy)];
  const t = translator("emails");
  const facts = {
    client: words.client,
    organization: words.organization,
    refund: formatMoney(request.amountMinor, request.currency, organization.locale),
    requester: requester?.name ?? "",
    decider: decider?.name ?? "",
  };
  const said = request.refusal ?? request.reason;
  return {
    to,
    subject: t(`${key}.subject`, facts),
    props: {
      locale: organization.locale,
      accentColor: organization.accentColor,
      amount: facts.refund,
      preview: t(`${key}.body`, facts),
      heading: t(`${key}.subject`, facts),
      greeting: t("greeting"),
      paragraphs: [t(`${key}.body`, facts), ...(said ? [t("refundReason", { reason: said })] : [])],
      button: { label: t("payment.openPayment"), href: `${env().APP_URL}/payments/${event.subjectId}` },
      footer: t("footer", facts),
    },
  };
}

/** To everybody who may approve, but whoever asked: a refund waits. Nothing once it is decided. */
export const refundRequested: Message = {
  template: "refund_requested",
  on: "refund.requested",
  recipients: async (tx, event) => {
    const request = await load(tx, event);
    if (request.state !== "pending") return [];
    const approvers = await whoMay(tx, "refund.approve");
    return approvers.filter(({ userId }) => userId !== request.requestedBy).map(({ email }) => email);
  },
  compose: (tx, event, to) => compose(tx, event, to, "refundRequested"),
};

const decided = (state: "approved" | "refused", key: Words): Message => ({
  template: `refund_${state}`,
  on: `refund.${state}`,
  recipients: async (tx, event) => {
    const requester = await person(tx, (await load(tx, event)).requestedBy);
    return requester ? [requester.email] : [];
  },
  compose: (tx, event, to) => compose(tx, event, to, key),
});

/** To whoever asked: how it was decided. */
export const refundApproved = decided("approved", "refundApproved");
export const refundRefused = decided("refused", "refundRefused");
