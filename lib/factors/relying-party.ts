import { env } from "@/lib/platform/env";

/** Who passkeys are made for: the host of APP_URL, and pages of its origin alone (WebAuthn, 5.1.2). */
export function relyingParty(): { id: string; origin: string; name: string } {
  const { hostname, origin } = new URL(env().APP_URL);
  return { id: hostname, origin, name: "Counterfoil" };
}
