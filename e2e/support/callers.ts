import type { Browser, BrowserContext } from "@playwright/test";
import { acceptFile } from "@/lib/files/accept";
import { attachFile } from "@/lib/files/attach";
import { recordPayment } from "@/lib/payments/record-payment";
import { newId } from "@/lib/platform/ids";
import { paymentForm } from "@/tests/payments";
import { signIn, signInByForm } from "../pages/sign-in";
import { look } from "./database";
import type { Caller } from "./paths";
import { newMember, newOrganization, newRole, PASSWORD } from "./people";
import { accountant, draft, type Issued, issueDraft, newClient, type Payer } from "./product";
import { server } from "./server";

/** A client of ours with an invoice, a draft, a payment and a portal user, and one browser for each caller. */
export async function setScene(browser: Browser) {
  const [client, other] = [await newClient(), await newClient()];
  const written = await draft(client);
  const pdf = new TextEncoder().encode("%PDF-1.7\n%%EOF\n");
  const file = await acceptFile("attachment", "terms.pdf", pdf);
  const { id: fileId } = await attachFile(await accountant(), { invoiceId: written.id, file });
  const invoice = await issueDraft(written, client);
  const elsewhere = await newOrganization();
  const people: [Caller, string][] = [
    ["other client", await newMember(invoice.organizationId, "client", other.id)],
    ["own client", await newMember(invoice.organizationId, "client", client.id)],
    ["accountant elsewhere", await newMember(elsewhere, "accountant")],
    ["admin elsewhere", await newMember(elsewhere, "admin")],
  ];
  const contexts = new Map<Caller, BrowserContext>();
  for (const [caller, email] of people) {
    contexts.set(caller, await browser.newContext());
    await signInByForm(await pageOf(contexts, caller), { email, password: PASSWORD });
  }
  for (const who of ["accountant", "admin"] as const) {
    contexts.set(who, await browser.newContext());
    await signIn(await pageOf(contexts, who), who);
  }
  const fill = await filler(client, invoice, fileId);
  return {
    /** What only those may read who may see this client. */
    mark: client.name,
    strangers: new Set<Caller>(["nobody", "other client", "accountant elsewhere", "admin elsewhere"]),
    /** Asks as a caller, and follows nothing. */
    ask: async (caller: Caller, path: string): Promise<Response> => {
      const cookies = (await contexts.get(caller)?.cookies()) ?? [];
      const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
      const address = new URL(fill(path, caller), server.baseUrl);
      if (path.endsWith("/statement/pdf")) address.search = "?from=2026-01-01&to=2026-12-31";
      return fetch(address, { headers: { cookie }, redirect: "manual", signal: AbortSignal.timeout(30_000) });
    },
  };
}

async function pageOf(contexts: Map<Caller, BrowserContext>, caller: Caller) {
  const context = contexts.get(caller);
  if (!context) throw new Error(`Nobody is ${caller}`);
  return context.newPage();
}

/** Puts our client's rows into the addresses of the build. */
async function filler(client: Payer, invoice: Issued, fileId: string) {
  const written = await draft(client);
  const form = paymentForm(client.id, { amount: "10.00", receivedOn: new Date().toISOString().slice(0, 10) });
  const payment = await recordPayment(await accountant(), form);
  const [entry] = await look<{ id: string }>("select id from journal_entries where source_id = $1", [
    invoice.id,
  ]);
  const [audit] = await look<{ id: string }>("select id from audit_log where subject_id = $1", [client.id]);
  const [account] = await look<{ code: string }>("select code from accounts where organization_id = $1", [
    invoice.organizationId,
  ]);
  const token = new URL(invoice.url).pathname.split("/")[2] ?? "";
  const ids: [pattern: RegExp, value: string | undefined][] = [
    [/^\/clients\/\[id\]/, client.id],
    [/^\/invoices\/\[id\]\/edit/, written.id],
    [/^(\/portal)?\/invoices\/\[id\]/, invoice.id],
    [/^\/files\/|^\/pay\//, fileId],
    [/^\/payments\/\[id\]/, payment.id],
    [/^\/reports\/journal\/\[id\]/, entry?.id],
    [/^\/settings\/audit\/\[id\]/, audit?.id],
    [/^\/settings\/users\/roles\/\[id\]/, await newRole(invoice.organizationId)],
  ];
  return (path: string, caller: Caller) =>
    path
      .replace("[id]", ids.find(([pattern]) => pattern.test(path))?.[1] ?? "no-id-for-this-path")
      .replace("[token]", path.startsWith("/pay/") && caller === "link holder" ? token : "A".repeat(43))
      .replace("[exportId]", newId())
      .replace("[code]", account?.code ?? "")
      .replace("[format]", "csv")
      .replace("[gateway]", "stripe")
      .replace("[organizationId]", invoice.organizationId)
      .replace("[...nextauth]", "session");
}
