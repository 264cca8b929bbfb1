import type Stripe from "stripe";
import { randomText, stripeId } from "../ids";
import type { World } from "../world";
import { type Cause, emit } from "./events";
import { changed } from "./params/metadata";
import type { Params } from "./params/object";
import type { customerWrite } from "./params/others";

type CustomerParams = Params<typeof customerWrite>;

export function createCustomer(world: World, params: CustomerParams, cause: Cause): Stripe.Customer {
  const customer: Stripe.Customer = {
    id: stripeId("cus", 14),
    object: "customer",
    address: null,
    balance: 0,
    created: world.seconds(),
    currency: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: null,
    invoice_prefix: randomText(8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: "none",
    test_clock: null,
  };
  assign(customer, params);
  world.state.customers[customer.id] = customer;
  emit(world, "customer.created", customer, { cause });
  return customer;
}

export function updateCustomer(
  world: World,
  customer: Stripe.Customer,
  params: CustomerParams,
  cause: Cause,
): Stripe.Customer {
  assign(customer, params);
  emit(world, "customer.updated", customer, { cause });
  return customer;
}

function assign(customer: Stripe.Customer, params: CustomerParams): void {
  const { address, metadata, expand: _expand, ...plain } = params;
  Object.assign(customer, plain);
  if (address)
    customer.address = {
      city: address.city ?? null,
      country: address.country ?? null,
      line1: address.line1 ?? null,
      line2: address.line2 ?? null,
      postal_code: address.postal_code ?? null,
      state: address.state ?? null,
    };
  customer.metadata = changed(customer.metadata, metadata);
}
