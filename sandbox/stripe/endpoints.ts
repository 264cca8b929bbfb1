import type { World } from "../world";
import { createCustomer, updateCustomer } from "./customers";
import { noSuch } from "./errors";
import type { Cause } from "./events";
import { findObject } from "./expand";
import type { RawObject } from "./form";
import { pageOf } from "./lists";
import { changed } from "./params/metadata";
import { type Params, readParams, type Shape } from "./params/object";
import * as shapes from "./params/others";
import { sessionCreate } from "./params/session";
import { createRefund } from "./refunds";
import { createSession, expireNow, getSession } from "./sessions";

export interface Endpoint {
  method: "GET" | "POST";
  path: string;
  run: (raw: RawObject, id: string, cause: Cause) => { result: object; expand: string[] | undefined };
}

type Run<S extends Shape> = (params: Params<S>, id: string, cause: Cause) => object;

function endpoint<S extends Shape>(method: "GET" | "POST", path: string, shape: S, run: Run<S>): Endpoint {
  return {
    method,
    path,
    run: (raw, id, cause) => {
      const params = readParams(shape, raw);
      const expand = "expand" in params ? (params.expand as string[] | undefined) : undefined;
      return { result: run(params, id, cause), expand };
    },
  };
}

/** The part of Stripe's API that the sandbox stands in for. */
export function endpoints(world: World): Endpoint[] {
  const { state } = world;
  const find = <T extends object>(table: Record<string, T>, kind: string, id: string): T => {
    const found = Object.hasOwn(table, id) ? table[id] : undefined;
    if (!found) throw noSuch(kind, id, kind);
    return found;
  };
  const retrieve = (path: string, kind: string) =>
    endpoint("GET", `${path}/:id`, shapes.expandOnly, (_params, id) => {
      const found = findObject(state, id) as { object?: string } | undefined;
      if (found?.object !== kind) throw noSuch(kind, id, kind);
      return found;
    });
  const same = (wanted: string | undefined, given: unknown) => wanted === undefined || wanted === given;
  const sessions = "/v1/checkout/sessions";

  return [
    endpoint("GET", "/v1/account", shapes.expandOnly, () => account(state.accountId)),
    endpoint("POST", sessions, sessionCreate, (params) => createSession(world, params)),
    endpoint("GET", sessions, shapes.sessionList, (params) => {
      const all = Object.values(state.sessions).map(({ object }) => object);
      const wanted = all.filter(
        (one) =>
          same(params.customer, one.customer) &&
          same(params.status, one.status) &&
          same(params.payment_intent, one.payment_intent) &&
          same(params.customer_details?.email, one.customer_details?.email),
      );
      return pageOf(sessions, wanted, params);
    }),
    endpoint("GET", `${sessions}/:id`, shapes.expandOnly, (_params, id) => getSession(world, id).object),
    endpoint("POST", `${sessions}/:id`, shapes.metadataOnly, (params, id) => {
      const { object } = getSession(world, id);
      object.metadata = changed(object.metadata ?? {}, params.metadata);
      return object;
    }),
    endpoint("POST", `${sessions}/:id/expire`, shapes.expandOnly, (_params, id) => expireNow(world, id)),
    endpoint("GET", `${sessions}/:id/line_items`, shapes.lineItemList, (params, id) =>
      pageOf(`${sessions}/${id}/line_items`, [...getSession(world, id).lineItems].reverse(), params),
    ),
    retrieve("/v1/payment_intents", "payment_intent"),
    endpoint("GET", "/v1/payment_intents", shapes.intentList, (params) =>
      pageOf(
        "/v1/payment_intents",
        Object.values(state.intents).filter((one) => same(params.customer, one.customer)),
        params,
      ),
    ),
    retrieve("/v1/charges", "charge"),
    endpoint("GET", "/v1/charges", shapes.chargeList, (params) =>
      pageOf(
        "/v1/charges",
        Object.values(state.charges).filter(
          (one) => same(params.customer, one.customer) && same(params.payment_intent, one.payment_intent),
        ),
        params,
      ),
    ),
    endpoint("POST", "/v1/refunds", shapes.refundCreate, (params, _id, cause) =>
      createRefund(world, params, cause),
    ),
    retrieve("/v1/refunds", "refund"),
    endpoint("POST", "/v1/refunds/:id", shapes.metadataOnly, (params, id) => {
      const refund = find(state.refunds, "refund", id);
      refund.metadata = changed(refund.metadata ?? {}, params.metadata);
      return refund;
    }),
    endpoint("GET", "/v1/refunds", shapes.refundList, (params) =>
      pageOf(
        "/v1/refunds",
        Object.values(state.refunds).filter(
          (one) => same(params.charge, one.charge) && same(params.payment_intent, one.payment_intent),
        ),
        params,
      ),
    ),
    endpoint("POST", "/v1/customers", shapes.customerWrite, (params, _id, cause) =>
      createCustomer(world, params, cause),
    ),
    retrieve("/v1/customers", "customer"),
    endpoint("POST", "/v1/customers/:id", shapes.customerWrite, (params, id, cause) =>
      updateCustomer(world, find(state.customers, "customer", id), params, cause),
    ),
    endpoint("GET", "/v1/customers", shapes.customerList, (params) =>
      pageOf(
        "/v1/customers",
        Object.values(state.customers).filter((one) => same(params.email, one.email)),
        params,
      ),
    ),
    retrieve("/v1/events", "event"),
    endpoint("GET", "/v1/events", shapes.eventList, (params) => {
      const types = params.types ?? (params.type ? [params.type] : undefined);
      const fits = (type: string) =>
        !types || types.some((one) => (one.endsWith("*") ? type.startsWith(one.slice(0, -1)) : one === type));
      const delivered = (id: string) => world.webhooks.wasDelivered(id);
      const wanted = Object.values(state.events).filter(
        (one) => fits(one.type) && same(params.delivery_success?.toString(), String(delivered(one.id))),
      );
      return pageOf("/v1/events", wanted, params);
    }),
    retrieve("/v1/balance_transactions", "balance_transaction"),
    endpoint("GET", "/v1/balance_transactions", shapes.balanceTransactionList, (params) =>
      pageOf(
        "/v1/balance_transactions",
        Object.values(state.balanceTransactions).filter(
          (one) =>
            same(params.currency, one.currency) &&
            same(params.source, one.source) &&
            same(params.type, one.type),
        ),
        params,
      ),
    ),
  ];
}

const account = (id: string) => ({
  id,
  object: "account",
  business_profile: { name: "Counterfoil sandbox" },
  business_type: "company",
  capabilities: { card_payments: "active", transfers: "active" },
  charges_enabled: true,
  country: "IE",
  default_currency: "eur",
  details_submitted: true,
  email: "sandbox@example.com",
  metadata: {},
  payouts_enabled: true,
  settings: { dashboard: { display_name: "Counterfoil sandbox", timezone: "Etc/UTC" } },
  type: "standard",
});
