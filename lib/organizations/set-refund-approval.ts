import { eq } from "drizzle-orm";
import { organizations } from "@/db/schema";
import { minorUnits } from "@/lib/core/currencies";
import { decimalPlaces } from "@/lib/core/decimal";
import { MAX_MINOR, toMinor } from "@/lib/core/money";
import { over } from "@/lib/core/problem";
import { clock } from "@/lib/platform/clock";
import { invalid, notFound } from "@/lib/platform/errors";
import { verb } from "@/lib/platform/verb";
import { RefundApprovalInput } from "./schemas";

/**
 * Says beyond which sum, in the organization's currency, a refund needs a second person; nothing for never. Requests
 * that wait already stay.
 * @throws DomainError invalid `tooManyDecimals` or `amountTooLarge` beside the sum
 */
export const setRefundApproval = verb(
  "organization.secure",
  RefundApprovalInput,
  async (tx, ctx, { above }) => {
    const [before] = await tx.select().from(organizations).for("update");
    if (!before) throw notFound();
    const limit = above === null ? null : minorOf(above, before.currency);
    if (before.refundApprovalAboveMinor === limit) return ctx.unchanged();
    await tx
      .update(organizations)
      .set({ refundApprovalAboveMinor: limit, version: before.version + 1, updatedAt: clock.now() })
      .where(eq(organizations.id, before.id));
    await ctx.audit({
      action: "organization.set_refund_approval",
      subjectType: "organization",
      subjectId: before.id,
      before: { refundApprovalAboveMinor: before.refundApprovalAboveMinor },
      after: { refundApprovalAboveMinor: limit },
    });
  },
);

function minorOf(typed: string, currency: string): bigint {
  const places = minorUnits(currency);
  if (decimalPlaces(typed) > places) throw invalid("above", over("tooManyDecimals", places));
  const minor = toMinor(typed, currency);
  if (minor > MAX_MINOR) throw invalid("above", "amountTooLarge");
  return minor;
}
