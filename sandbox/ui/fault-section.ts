import type { Fault } from "../faults/faults";
import { type Html, html } from "./html";

const CHOICES: [string, [string, string][]][] = [
  [
    "Webhooks",
    [
      ["webhook:drop", "are not delivered"],
      ["webhook:duplicate", "are delivered twice"],
      ["webhook:delay", "arrive late"],
      ["webhook:reorder", "one is overtaken by the next ones"],
    ],
  ],
  ...["stripe", "resend"].map((target): [string, [string, string][]] => [
    target === "stripe" ? "Stripe’s API" : "Resend’s API",
    [
      [`${target}:delay`, "answers late"],
      [`${target}:error500`, "answers 500 and does nothing"],
      [`${target}:error500_after`, "does it, but answers 500"],
      [`${target}:timeout`, "does it, but never answers"],
    ],
  ]),
  [
    "Exchange rates",
    [
      ["ecb:delay", "come late"],
      ["ecb:error500", "do not come"],
    ],
  ],
];

/** The form that arms a misbehaviour, and what is armed. */
export function faultSection(faults: Fault[]): Html {
  const options = CHOICES.map(
    ([group, choices]) =>
      html`<optgroup label="${group}">${choices.map(([value, title]) => html`<option value="${value}">${group} ${title}</option>`)}</optgroup>`,
  );
  const armed = faults.map(
    (fault) =>
      html`<li><code>${fault.target}</code> ${fault.kind}, ${fault.remaining} left${fault.match && html`, only <code>${fault.match}</code>`}</li>`,
  );
  return html`<section class="card" id="faults"><header><h2>Faults</h2><span class="soft small">Misbehave on demand</span></header>
<div class="pad stack">
<form method="post" action="/faults" class="row">
  <label style="flex-basis:240px">What happens<select name="fault">${options}</select></label>
  <label>How often<input name="times" inputmode="numeric" value="1"></label>
  <label>Milliseconds<input name="ms" inputmode="numeric" placeholder="1000"></label>
  <label>Only for<input name="match" placeholder="charge.* or /v1/refunds"></label>
  <button>Arm</button>
</form>
${armed.length > 0 && html`<ul>${armed}</ul><form method="post" action="/faults/clear"><button class="quiet slim">Disarm all</button></form>`}
</div></section>`;
}
