import { createClient } from "@/lib/clients/create";
import { createLink } from "@/lib/invoices/create-link";
import { finalizeInvoice } from "@/lib/invoices/finalize";
import { saveInvoice } from "@/lib/invoices/save";
import type { Ctx } from "@/lib/platform/context";
import { newId } from "@/lib/platform/ids";
import { look } from "./database";
import { server } from "./server";

// The verbs read their settings from the environment of their process.
Object.assign(process.env, server.settings);

/** The demo's accountant, to set a scene by the product's own verbs. */
export async function accountant(): Promise<Ctx & { actor: { organizationId: string } }> {
  const [member] = await look<{ organization_id: string; user_id: string }>(
    "select organization_id, user_id from memberships join users on users.id = user_id where email = $1",
    [server.signIn("accountant").email],
  );
  if (!member) throw new Error("The demo has no accountant");
  return {
    actor: {
      kind: "user",
      organizationId: member.organization_id,
      userId: member.user_id,
      sessionId: newId(),
      role: "accountant",
      clientId: null,
      provenAt: new Date(),
    },
    requestId: "story",
    ip: null,
  };
}

export type Issued = {
  id: string;
  number: string;
  organizationId: string;
  /** The address of its hosted page. */
  url: string;
  email: string;
};

export type Payer = { id: string; name: string; email: string };

/** A client of its own. */
export async function newClient(): Promise<Payer> {
  const id = newId();
  const payer = {
    id,
    name: `Demo Client ${id.slice(-4)}`,
    email: `client-${id}@demo.counterfoil.localhost`,
  };
  await createClient(await accountant(), { ...payer, currency: "EUR" });
  return payer;
}

/** A draft of €120.00. */
export async function draft({ id: clientId }: Payer) {
  const today = new Date().toISOString().slice(0, 10);
  const line = {
    description: "Work",
    quantity: "1",
    unit: "",
    unitPrice: "120.00",
    discountKind: "percent",
    discount: "",
    taxRateId: null,
  };
  return saveInvoice(await accountant(), {
    id: newId(),
    version: null,
    clientId,
    currency: "EUR",
    issueDate: today,
    dueDate: today,
    reference: "",
    notes: "",
    lines: [line],
  });
}

/** An issued invoice of €120.00, for a client of its own unless one is given, with a link that was not sent by email. */
export async function issue(payer?: Payer): Promise<Issued> {
  const to = payer ?? (await newClient());
  return issueDraft(await draft(to), to);
}

/** Issues a draft, with a link that was not sent by email. */
export async function issueDraft(saved: Awaited<ReturnType<typeof draft>>, to: Payer): Promise<Issued> {
  const ctx = await accountant();
  const { id, number } = await finalizeInvoice(ctx, saved);
  const { url } = await createLink(ctx, { id });
  return { id, number, organizationId: ctx.actor.organizationId, url, email: to.email };
}
