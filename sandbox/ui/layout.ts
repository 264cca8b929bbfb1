import { type Html, html, type Part } from "./html";
import { STYLE } from "./style";

const BANNER = html`<strong>Sandbox.</strong> Nothing here is real: no card is charged, and no email leaves this computer.`;

/** A whole HTML page. */
export function layout(title: string, body: Html, extraStyle: Part = null): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Sandbox</title>
<link rel="icon" href="data:,">
<style>${STYLE}${extraStyle}</style>
</head>
<body>
<p class="banner" role="note">${BANNER}</p>
${body}
</body>
</html>`.markup;
}

const PLACES = [
  ["Overview", "/"],
  ["Mailbox", "/mailbox"],
  ["Payments", "/#payments"],
  ["Webhooks", "/#webhooks"],
  ["Faults", "/#faults"],
] as const;

/** A page with the sandbox's navigation, for the people who develop and test. */
export function tool(title: string, here: string, body: Html): string {
  const links = PLACES.map(
    ([name, href]) => html`<a href="${href}"${href === here && html` aria-current="page"`}>${name}</a> `,
  );
  return layout(
    title,
    html`<nav class="top" aria-label="Sandbox"><strong>Counterfoil sandbox</strong> ${links}</nav>
<main class="wrap">${body}</main>`,
  );
}

/** `2026-03-04 05:06:07 UTC`, the same for every reader. */
export const moment = (milliseconds: number): string =>
  `${new Date(milliseconds).toISOString().slice(0, 19).replace("T", " ")} UTC`;
