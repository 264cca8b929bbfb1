import type { Gateway } from "./gateway";
import { stripeGateway } from "./stripe";

const gateways: Record<string, Gateway> = { stripe: stripeGateway };

/** The gateway of a name; undefined when there is none. */
export const gatewayOf = (name: string): Gateway | undefined =>
  Object.hasOwn(gateways, name) ? gateways[name] : undefined;

/** The gateway that hosted pages pay through. */
export const defaultGateway: Gateway = stripeGateway;
