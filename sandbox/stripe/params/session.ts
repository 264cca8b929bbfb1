import { currency } from "../currencies";
import { metadata } from "./metadata";
import { object, type Params } from "./object";
import {
  email,
  flag,
  integer,
  list,
  needed,
  oneOf,
  only,
  text,
  unsimulated,
  unsimulatedNames,
  webUrl,
} from "./rules";

const LOCALES = (
  "auto bg cs da de el en en-GB es es-419 et fi fil fr fr-CA hi-IN hr hu id it ja ko lt lv ms mt nb nl pl pt pt-BR ro ru " +
  "sk sl sv th tr vi zh zh-HK zh-TW"
).split(" ");

const switchedOff = { enabled: needed(only(flag(), false)) };

const productData = object({
  name: needed(text(5_000)),
  description: text(40_000),
  images: list(webUrl(), 8),
  metadata: metadata(),
  tax_code: text(),
  tax_details: unsimulated(),
  unit_label: text(12),
});

const priceData = object({
  currency: needed(currency()),
  product_data: needed(productData),
  unit_amount: needed(integer(0n, 99_999_999n)),
  tax_behavior: oneOf(["exclusive", "inclusive", "unspecified"]),
  product: unsimulated(),
  recurring: unsimulated(),
  unit_amount_decimal: unsimulated(),
});

const lineItem = object({
  price_data: needed(priceData),
  quantity: needed(integer(1n, 999_999n)),
  metadata: metadata(),
  price: unsimulated(),
  adjustable_quantity: object(switchedOff),
  dynamic_tax_rates: unsimulated(),
  tax_rates: unsimulated(),
});

const paymentIntentData = object({
  capture_method: only(oneOf(["automatic", "automatic_async", "manual"]), "automatic", "automatic_async"),
  description: text(1_000),
  metadata: metadata(),
  receipt_email: email(),
  statement_descriptor: text(22),
  statement_descriptor_suffix: text(22),
  application_fee_amount: unsimulated(),
  on_behalf_of: unsimulated(),
  setup_future_usage: unsimulated(),
  shipping: unsimulated(),
  transfer_data: unsimulated(),
  transfer_group: unsimulated(),
});

/** `POST /v1/checkout/sessions`. */
export const sessionCreate = {
  mode: needed(only(oneOf(["payment", "setup", "subscription"]), "payment")),
  line_items: needed(list(lineItem, 100)),
  success_url: needed(webUrl()),
  cancel_url: webUrl(),
  client_reference_id: text(200),
  currency: currency(),
  customer: text(),
  customer_creation: oneOf(["always", "if_required"]),
  customer_email: email(),
  expand: list(text()),
  expires_at: integer(),
  locale: oneOf(LOCALES),
  metadata: metadata(),
  payment_intent_data: paymentIntentData,
  payment_method_types: list(
    only(oneOf(["card", "link", "paypal", "sepa_debit", "ideal", "klarna"]), "card"),
  ),
  billing_address_collection: only(oneOf(["auto", "required"]), "auto"),
  submit_type: oneOf(["auto", "book", "donate", "pay", "subscribe"]),
  ui_mode: only(oneOf(["elements", "embedded_page", "form", "hosted_page"]), "hosted_page"),
  allow_promotion_codes: only(flag(), false),
  automatic_tax: object(switchedOff),
  invoice_creation: object(switchedOff),
  phone_number_collection: object(switchedOff),
  tax_id_collection: object(switchedOff),
  adaptive_pricing: object(switchedOff),
  ...unsimulatedNames(
    "after_expiration allowed_payment_method_types branding_settings consent_collection custom_fields custom_text " +
      "customer_account customer_update discounts excluded_payment_method_types integration_identifier managed_payments " +
      "name_collection optional_items origin_context payment_method_collection payment_method_configuration " +
      "payment_method_data payment_method_options permissions redirect_on_completion return_url " +
      "saved_payment_method_options setup_intent_data shipping_address_collection shipping_options subscription_data " +
      "wallet_options",
  ),
};

export type SessionParams = Params<typeof sessionCreate>;
export type LineItemParams = SessionParams["line_items"][number];
