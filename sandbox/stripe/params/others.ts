import { metadata } from "./metadata";
import { object } from "./object";
import { email, flag, integer, list, oneOf, type Rule, text, unsimulated, unsimulatedNames } from "./rules";

const expand = { expand: list(text()) };

export const expandOnly = expand;
export const metadataOnly = { ...expand, metadata: metadata() };

const bounds = object({ gt: integer(), gte: integer(), lt: integer(), lte: integer() });
type Range = { gt?: bigint; gte?: bigint; lt?: bigint; lte?: bigint };

/** Unix seconds: exactly one moment, or a range. */
const moment: Rule<Range> = {
  read: (raw, path) => {
    if (typeof raw === "object") return bounds.read(raw, path) as Range;
    const at = integer().read(raw, path);
    return { gte: at, lte: at };
  },
};

const paging = {
  ...expand,
  limit: integer(1n, 100n),
  starting_after: text(),
  ending_before: text(),
};

export const lineItemList = paging;
export const sessionList = {
  ...paging,
  created: moment,
  customer: text(),
  customer_details: object({ email: email() }),
  payment_intent: text(),
  payment_link: unsimulated(),
  status: oneOf(["open", "complete", "expired"]),
  subscription: unsimulated(),
};
export const intentList = { ...paging, created: moment, customer: text() };
export const chargeList = { ...paging, created: moment, customer: text(), payment_intent: text() };
export const refundList = { ...paging, created: moment, charge: text(), payment_intent: text() };
export const customerList = { ...paging, created: moment, email: text(512) };
export const eventList = {
  ...paging,
  created: moment,
  type: text(),
  types: list(text(), 20),
  delivery_success: flag(),
};
export const balanceTransactionList = {
  ...paging,
  created: moment,
  currency: text(3),
  source: text(),
  type: text(),
};

export const refundCreate = {
  ...expand,
  amount: integer(1n),
  charge: text(),
  payment_intent: text(),
  metadata: metadata(),
  reason: oneOf(["duplicate", "fraudulent", "requested_by_customer"]),
  currency: unsimulated(),
  customer: unsimulated(),
  instructions_email: unsimulated(),
  origin: unsimulated(),
  refund_application_fee: unsimulated(),
  reverse_transfer: unsimulated(),
};

const address = object({
  city: text(),
  country: text(2),
  line1: text(),
  line2: text(),
  postal_code: text(),
  state: text(),
});

export const customerWrite = {
  ...expand,
  address,
  description: text(5_000),
  email: email(512),
  metadata: metadata(),
  name: text(256),
  phone: text(20),
  preferred_locales: list(text()),
  tax_exempt: oneOf(["exempt", "none", "reverse"]),
  ...unsimulatedNames(
    "balance business_name cash_balance coupon individual_name invoice_prefix invoice_settings next_invoice_sequence " +
      "payment_method promotion_code shipping source tax tax_id_data test_clock",
  ),
};
