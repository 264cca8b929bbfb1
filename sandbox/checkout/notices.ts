import { readable } from "../stripe/amount";
import type { StoredSession } from "../stripe/session-store";
import { Html, html } from "../ui/html";
import { layout } from "../ui/layout";

const STYLE = new Html(`
.notice { max-width: 460px; margin: 8vh auto; padding: 0 16px; }
.notice .row > * { flex: 1 1 150px; } .notice form { margin: 0; } .notice button, .notice .button { width: 100%; }
`);

const notice = (title: string, body: Html) =>
  layout(
    title,
    html`<main class="notice"><section class="card"><div class="pad stack">${body}</div></section></main>`,
    STYLE,
  );

/** What the bank of a card that asks for authentication would show. */
export function challengePage(stored: StoredSession): string {
  const { object: session, challenge } = stored;
  const amount = readable(session.amount_total ?? 0, session.currency ?? "");
  const answer = (outcome: string, title: string, style: string) =>
    html`<form method="post"><button class="${style}" name="outcome" value="${outcome}">${title}</button></form>`;
  return notice(
    "Confirm the payment",
    html`<h1>Confirm the payment</h1>
<p class="soft">The bank of the card ending in ${challenge?.card.last4} asks whether it is you who pays <strong class="number">${amount}</strong>.</p>
<div class="row">${answer("complete", "Complete authentication", "")}${answer("fail", "Fail authentication", "quiet")}</div>`,
  );
}

/** For a session that can't be paid any more. */
export function closedPage(stored: StoredSession, back: string | null): string {
  const paid = stored.object.status === "complete";
  return notice(
    paid ? "Already paid" : "This page has expired",
    html`<h1>${paid ? "Already paid" : "This page has expired"}</h1>
<p class="soft">${paid ? "This payment went through. It can’t be made a second time." : "Nothing was charged. Go back and start again to pay."}</p>
${back && html`<p><a class="button quiet" href="${back}" rel="noreferrer">Go back</a></p>`}`,
  );
}

export const unknownPage = (): string =>
  notice(
    "Not found",
    html`<h1>There is no such payment page</h1><p class="soft">The address may have been cut off.</p>`,
  );
