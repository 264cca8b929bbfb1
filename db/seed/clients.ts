import { createClient } from "@/lib/clients/create";
import type { Ctx } from "@/lib/platform/context";
import { newId } from "@/lib/platform/ids";

type Sketch = { name: string; contactName: string; country: string; currency?: string; taxNumber?: string };

/** The demo client signs in as the first one. */
const CLIENTS = {
  bakery: { name: "Demo Bakery", contactName: "Demo Person One", country: "FR" },
  architects: { name: "Demo Architects", contactName: "Demo Person Two", country: "DE" },
  bicycles: {
    name: "Demo Bicycle Works",
    contactName: "Demo Person Three",
    country: "NL",
    taxNumber: "NL000000000B00",
  },
  publisher: { name: "Demo Publishing House", contactName: "Demo Person Four", country: "AT" },
  gardens: { name: "Demo Garden Centre", contactName: "Demo Person Five", country: "BE" },
  harbour: { name: "Demo Harbour Trading", contactName: "Demo Person Six", country: "US", currency: "USD" },
} as const satisfies Record<string, Sketch>;

export type ClientName = keyof typeof CLIENTS;
export type Clients = Record<ClientName, string>;

/** Creates the demo's clients; returns their ids. */
export async function seedClients(ctx: Ctx): Promise<Clients> {
  const ids: Partial<Clients> = {};
  for (const [index, [name, sketch]] of (Object.entries(CLIENTS) as [ClientName, Sketch][]).entries()) {
    const mailbox = index === 0 ? "client" : `client-${index + 1}`;
    const { id } = await createClient(ctx, {
      currency: "EUR",
      ...sketch,
      id: newId(),
      email: `${mailbox}@demo.counterfoil.localhost`,
      addressLine1: `${index + 2} Demo Street`,
      postalCode: "00000",
      city: "Demotown",
    });
    ids[name] = id;
  }
  return ids as Clients;
}
