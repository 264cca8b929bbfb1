import Stripe from "stripe";
import { env } from "@/lib/platform/env";

let cached: Stripe | undefined;

/** Stripe's SDK. A sandbox differs by its address alone. */
export function stripe(): Stripe {
  cached ??= create();
  return cached;
}

function create(): Stripe {
  const { STRIPE_SECRET_KEY, STRIPE_API_BASE } = env();
  const options = { maxNetworkRetries: 2, timeout: 20_000, telemetry: false };
  if (!STRIPE_API_BASE) return new Stripe(STRIPE_SECRET_KEY, options);
  const base = new URL(STRIPE_API_BASE);
  return new Stripe(STRIPE_SECRET_KEY, {
    ...options,
    host: base.hostname,
    port: base.port || (base.protocol === "https:" ? "443" : "80"),
    protocol: base.protocol === "https:" ? "https" : "http",
  });
}
