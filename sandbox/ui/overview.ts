import { mailTable } from "../mailbox/pages";
import { mailsOf } from "../mailbox/routes";
import { readable } from "../stripe/amount";
import type { StoredSession } from "../stripe/session-store";
import type { Delivery } from "../webhooks/delivery";
import type { World } from "../world";
import { faultSection } from "./fault-section";
import { html } from "./html";
import { moment, tool } from "./layout";

const LATEST = 20;

/** Everything at a glance: mail, payments, webhooks and faults, newest first. */
export function overviewPage(world: World): string {
  const { sessions, deliveries } = world.state;
  const mails = mailsOf(world, new URLSearchParams()).slice(0, 5);
  const latest = Object.values(sessions).slice(-LATEST).reverse();
  const sent = Object.values(deliveries).slice(-LATEST).reverse();
  return tool(
    "Overview",
    "/",
    html`<div class="stack"><h1>The outside world, on this computer</h1>
<p class="soft">Stripe and Resend as the app sees them. Emails, payments and webhooks turn up here; reload to see new ones.</p></div>
<section class="card" id="mailbox"><header><h2>Mailbox</h2><a href="/mailbox">All emails</a></header>${mailTable(mails)}</section>
<section class="card" id="payments"><header><h2>Payments</h2><span class="soft small">Stripe Checkout</span></header>${sessionTable(latest)}</section>
<section class="card" id="webhooks"><header><h2>Webhooks</h2><span class="soft small">to <code>${world.settings.webhookUrl}</code></span></header>${deliveryTable(sent)}</section>
${faultSection(world.faults.list())}`,
  );
}

const TONES: Record<string, string> = {
  ...{ complete: "good", delivered: "good", expired: "bad", undelivered: "bad" },
  ...{ open: "warn", pending: "warn", held: "warn", dropped: "warn" },
};

const badge = (status: string) => html`<span class="badge ${TONES[status] ?? ""}">${status}</span>`;

function sessionTable(sessions: StoredSession[]) {
  if (sessions.length === 0)
    return html`<p class="empty">No payment yet. Open an invoice’s page and choose to pay by card.</p>`;
  const row = ({ object, lineItems }: StoredSession) => html`<tr>
<td>${object.url ? html`<a href="${object.url}">${lineItems[0]?.description}</a>` : lineItems[0]?.description}<br><span class="soft mono">${object.id.slice(0, 20)}…</span></td>
<td>${object.customer_details?.email ?? object.customer_email}</td><td>${badge(object.status ?? "")}</td>
<td class="soft small number when">${moment(object.created * 1000)}</td>
<td class="amount">${readable(object.amount_total ?? 0, object.currency ?? "")}</td></tr>`;
  return html`<div class="scroll"><table class="wide"><thead><tr><th>For</th><th>Payer</th><th>State</th><th>Started</th><th class="amount">Amount</th></tr></thead><tbody>${sessions.map(row)}</tbody></table></div>`;
}

function deliveryTable(deliveries: Delivery[]) {
  if (deliveries.length === 0) return html`<p class="empty">No webhook yet. Paying sends the first ones.</p>`;
  const row = (one: Delivery) => {
    const last = one.attempts.at(-1);
    const said =
      last && `${last.status ?? "No answer"}${last.status === 200 ? "" : `: ${last.answer.slice(0, 120)}`}`;
    return html`<tr><td><code>${one.type}</code><br><span class="soft mono">${one.eventId}</span></td><td>${badge(one.status)}</td>
<td class="small">${one.attempts.length} ${one.attempts.length === 1 ? "attempt" : "attempts"}<br><span class="soft">${said}</span></td>
<td class="soft small number when">${moment(one.createdAt)}</td>
<td class="end"><form method="post" action="/api/webhooks/${one.id}/resend"><button class="quiet slim" aria-label="Resend ${one.type}">Resend</button></form></td></tr>`;
  };
  return html`<div class="scroll"><table class="wide"><thead><tr><th>Event</th><th>State</th><th>Answer</th><th>Happened</th><th></th></tr></thead><tbody>${deliveries.map(row)}</tbody></table></div>`;
}
