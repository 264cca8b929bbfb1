import { html } from "../ui/html";
import { moment, tool } from "../ui/layout";
import type { StoredMail } from "./mail";

const when = (mail: StoredMail) => moment(Date.parse(mail.createdAt));

/** Rows of a table of emails. */
export const mailRows = (mails: StoredMail[]) =>
  mails.map(
    (mail) => html`<tr>
<td><a href="/mailbox/${mail.id}">${mail.subject}</a>${mail.attachments.length > 0 && html` <span class="badge">${mail.attachments.length} attached</span>`}</td>
<td>${mail.to.join(", ")}</td><td class="soft small number when">${when(mail)}</td></tr>`,
  );

export const mailTable = (mails: StoredMail[]) =>
  mails.length === 0
    ? html`<p class="empty">No email yet. Whatever the app sends turns up here.</p>`
    : html`<div class="scroll"><table class="wide"><thead><tr><th>Subject</th><th>To</th><th>Sent</th></tr></thead><tbody>${mailRows(mails)}</tbody></table></div>`;

export function listPage(mails: StoredMail[], to: string): string {
  return tool(
    "Mailbox",
    "/mailbox",
    html`<h1>Mailbox</h1>
<form class="row" method="get"><label>Sent to<input name="to" type="search" value="${to}" placeholder="name@example.com"></label><button class="quiet">Filter</button></form>
<section class="card">${mailTable(mails)}</section>`,
  );
}

const VIEWS = ["html", "text", "headers"] as const;
export type MailViewName = (typeof VIEWS)[number];

export const viewName = (value: string | null, mail: StoredMail): MailViewName =>
  VIEWS.find((one) => one === value) ?? (mail.html ? "html" : "text");

export function mailPage(mail: StoredMail, view: MailViewName): string {
  const titles = { html: "Message", text: "Plain text", headers: "Headers" };
  const tabs = VIEWS.map(
    (one) =>
      html`<a class="button quiet"${one === view && html` aria-current="page"`} href="?view=${one}">${titles[one]}</a> `,
  );
  return tool(
    mail.subject,
    "/mailbox",
    html`<div class="stack"><p><a href="/mailbox">← Mailbox</a></p><h1>${mail.subject}</h1>
<p class="soft">${mail.from} → ${mail.to.join(", ")} · <span class="number">${when(mail)}</span></p></div>
${attachmentList(mail)}
<p>${tabs}</p>
<section class="card">${view === "html" ? frame(mail) : html`<pre class="pad scroll" style="white-space:pre-wrap;margin:0">${view === "text" ? (mail.text ?? "This email has no plain text.") : headerText(mail)}</pre>`}</section>`,
  );
}

// The mail may bring any markup: the sandbox attribute keeps its scripts and forms from running.
const frame = (mail: StoredMail) =>
  mail.html === null
    ? html`<p class="empty">This email has no HTML.</p>`
    : html`<iframe title="Message" src="/mailbox/${mail.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation" style="display:block;width:100%;height:75vh;border:0;background:#fff;color-scheme:light"></iframe>`;

const attachmentList = (mail: StoredMail) =>
  mail.attachments.length > 0 &&
  html`<section class="card"><header><h2>Attachments</h2></header><table class="wide"><tbody>${mail.attachments.map(
    (one, index) =>
      html`<tr><td><a href="/mailbox/${mail.id}/attachments/${index}" download="${one.filename}">${one.filename}</a></td><td class="soft">${one.contentType}</td><td class="amount">${one.size} bytes</td></tr>`,
  )}</tbody></table></section>`;

function headerText(mail: StoredMail): string {
  const lines: [string, string][] = [
    ["From", mail.from],
    ["To", mail.to.join(", ")],
    ["Cc", mail.cc.join(", ")],
    ["Bcc", mail.bcc.join(", ")],
    ["Reply-To", mail.replyTo.join(", ")],
    ["Subject", mail.subject],
    ["Date", mail.createdAt],
    ["Message id", mail.id],
    ["Idempotency-Key", mail.idempotencyKey ?? ""],
    ...Object.entries(mail.headers),
    ...mail.tags.map(({ name, value }): [string, string] => [`Tag ${name}`, value]),
  ];
  return lines
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
}
