import { readable } from "../stripe/amount";
import type { CardErrors, CardField } from "../stripe/card-form";
import { listTestCards } from "../stripe/cards";
import type { StoredSession } from "../stripe/session-store";
import { Html, html } from "../ui/html";
import { layout } from "../ui/layout";

const STYLE = new Html(`
.checkout { max-width: 980px; margin: 0 auto; padding: 32px 16px 64px; display: grid; gap: 32px; align-items: start; }
.checkout > * { min-width: 0; }
@media (min-width: 800px) { .checkout { grid-template: auto 1fr / 1fr 1fr; gap: 32px 56px; padding-top: 56px; }
  .checkout .form { grid-area: 1 / 2 / 3 / 3; } }
.total { font-size: 36px; font-weight: 650; letter-spacing: -0.02em; line-height: 1.2; font-variant-numeric: tabular-nums; }
.lines { list-style: none; padding: 0; margin: 0; } .lines li { display: flex; gap: 16px; justify-content: space-between; padding: 10px 0;
  border-top: 1px solid var(--line); } .lines span:last-child { white-space: nowrap; font-variant-numeric: tabular-nums; }
.lines span { overflow-wrap: anywhere; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; align-items: start; }
.cards { margin: 0; padding: 0; list-style: none; } .cards li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 12px; padding: 3px 0; }
.cards code { user-select: all; white-space: nowrap; }
button.pay { width: 100%; padding: 13px; font-size: 16px; }
`);

interface Shown {
  /** What was typed before; card fields are never repeated. */
  email?: string;
  name?: string;
  errors?: CardErrors;
  /** Why the last attempt failed. */
  alert?: string | undefined;
}

/** The page on which somebody pays an open session. */
export function checkoutPage(stored: StoredSession, shown: Shown): string {
  const { object: session } = stored;
  const currency = session.currency ?? "";
  const total = readable(session.amount_total ?? 0, currency);
  const errors = shown.errors ?? {};
  const email = session.customer_email ?? shown.email ?? "";
  const readOnly = session.customer_email ? html` readonly` : null;
  return layout(
    `Pay ${total}`,
    html`<main class="checkout">
<section class="stack" aria-label="Summary">
  ${session.cancel_url && html`<p><a href="${session.cancel_url}" rel="noreferrer">← Back without paying</a></p>`}
  <h1 class="soft">Pay</h1>
  <p class="total">${total}</p>
  ${stored.wishes.description && html`<p class="soft">${stored.wishes.description}</p>`}
  <ul class="lines">${stored.lineItems.map((line) => lineOf(line.description, line.quantity, readable(line.amount_total, line.currency)))}</ul>
</section>
<section class="card form"><form method="post" action="/checkout/${session.id}" class="pad stack" novalidate>
  <h2>Pay by card</h2>
  ${shown.alert && html`<p class="alert" role="alert">${shown.alert}</p>`}
  ${field("email", "Email", errors, html`type="email" autocomplete="email" maxlength="254" value="${email}"${readOnly}`)}
  ${field("number", "Card number", errors, html`inputmode="numeric" autocomplete="cc-number" maxlength="30" placeholder="4242 4242 4242 4242"`)}
  <div class="pair">
    ${field("expiry", "Expiry", errors, html`inputmode="numeric" autocomplete="cc-exp" maxlength="9" placeholder="MM/YY"`)}
    ${field("cvc", "CVC", errors, html`inputmode="numeric" autocomplete="cc-csc" maxlength="4" placeholder="123"`)}
  </div>
  ${field("name", "Name on card", errors, html`autocomplete="cc-name" maxlength="200" value="${shown.name ?? ""}"`)}
  <button class="pay">Pay ${total}</button>
  <p class="small soft">A stand-in for Stripe Checkout on this computer. Use test cards only.</p>
</form></section>
${testCards()}
</main>`,
    STYLE,
  );
}

const lineOf = (name: string | null, quantity: number | null, amount: string) =>
  html`<li><span>${name}${(quantity ?? 1) > 1 && html` <span class="soft">× ${quantity}</span>`}</span><span>${amount}</span></li>`;

function field(name: CardField, title: string, errors: CardErrors, attributes: Html): Html {
  const error = errors[name];
  const marks = error && html` aria-invalid="true" aria-describedby="${name}-error"`;
  return html`<div class="field"><label for="${name}">${title}</label><input id="${name}" name="${name}" required ${attributes}${marks}>
    ${error && html`<span class="error" id="${name}-error">${error}</span>`}</div>`;
}

const testCards =
  () => html`<details open class="small"><summary>Test cards (any future date, any CVC)</summary>
<ul class="cards">${listTestCards().map(({ number, title }) => html`<li><code>${number}</code> <span class="soft">${title}</span></li>`)}</ul></details>`;
