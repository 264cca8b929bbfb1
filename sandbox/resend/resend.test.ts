import { Resend } from "resend";
import { expect, test } from "vitest";
import { postJson, startSandbox, testSettings } from "../testing";

const mail = {
  from: "Counterfoil <billing@counterfoil.localhost>",
  to: "Ada Payer <ada@example.com>",
  subject: "Invoice 2026-0001",
  html: '<p>Pay <a href="http://app.localhost/pay/t">here</a></p><script>alert(1)</script>',
  text: "Pay at http://app.localhost/pay/t",
};

async function inbox(url: string, query = "") {
  return (await (await fetch(`${url}/api/mailbox${query}`)).json()).messages;
}

test("an email with attachments turns up in the mailbox as it was sent", async () => {
  const { sandbox, resend } = await startSandbox();
  const pdf = Buffer.from("%PDF-1.7 test");
  const { data, error } = await resend.emails.send({
    ...mail,
    replyTo: "office@example.com",
    cc: ["cc@example.com"],
    headers: { "X-Invoice": "2026-0001" },
    tags: [{ name: "kind", value: "invoice" }],
    attachments: [{ filename: "Rechnung ü.pdf", content: pdf, contentType: "application/pdf" }],
  });
  expect(error).toBeNull();
  const [message] = await inbox(sandbox.url);
  expect(message).toMatchObject({
    id: data?.id,
    to: [mail.to],
    cc: ["cc@example.com"],
    replyTo: ["office@example.com"],
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    headers: { "X-Invoice": "2026-0001" },
    tags: [{ name: "kind", value: "invoice" }],
    attachments: [{ filename: "Rechnung ü.pdf", contentType: "application/pdf", size: pdf.length }],
  });
  const file = await fetch(message.attachments[0].url);
  expect(file.headers.get("content-type")).toBe("application/pdf");
  expect(file.headers.get("content-disposition")).toContain("Rechnung%20%C3%BC.pdf");
  expect(Buffer.from(await file.arrayBuffer())).toEqual(pdf);
  expect((await resend.emails.get(data?.id ?? "")).data).toMatchObject({
    subject: mail.subject,
    last_event: "delivered",
  });
});

test("the mailbox's pages show an email without letting it run", async () => {
  const { sandbox, resend } = await startSandbox();
  const { data } = await resend.emails.send({ ...mail, subject: "<img src=x>" });
  const list = await (await fetch(`${sandbox.url}/mailbox?to=ADA@example.com`)).text();
  expect(list).toContain("&#60;img");
  const shown = await (await fetch(`${sandbox.url}/mailbox/${data?.id}`)).text();
  expect(shown).toMatch(/<iframe[^>]+sandbox="allow-popups[^"]*"/);
  expect(shown).not.toContain("allow-scripts");
  const inner = await fetch(`${sandbox.url}/mailbox/${data?.id}/html`);
  expect(inner.headers.get("content-security-policy")).toMatch(/^sandbox .*default-src 'none'/);
  expect(await inner.text()).toContain('<base target="_top">');
  const text = await (await fetch(`${sandbox.url}/mailbox/${data?.id}?view=text`)).text();
  expect(text).toContain(mail.text);
  expect((await fetch(`${sandbox.url}/mailbox/unknown`)).status).toBe(404);
});

test("the JSON mailbox filters by receiver and time, and can be emptied", async () => {
  let now = Date.parse("2026-03-04T05:00:00Z");
  const { sandbox, resend } = await startSandbox({ now: () => now });
  await resend.emails.send({ ...mail, subject: "first" });
  now += 1_000;
  await resend.emails.send({ ...mail, to: ["bob@example.com", "ada@example.com"], subject: "second" });
  const subjects = async (query: string) =>
    (await inbox(sandbox.url, query)).map(({ subject }: { subject: string }) => subject);
  expect(await subjects("?to=ada@example.com")).toEqual(["second", "first"]);
  expect(await subjects("?to=bob@example.com")).toEqual(["second"]);
  expect(await subjects("?since=2026-03-04T05:00:01Z")).toEqual(["second"]);
  expect((await fetch(`${sandbox.url}/api/mailbox?since=soon`)).status).toBe(400);
  await fetch(`${sandbox.url}/api/mailbox`, { method: "DELETE" });
  expect(await subjects("")).toEqual([]);
});

test.each([
  ["from", { from: "nobody" }, "validation_error"],
  ["from with a line break", { from: "a@example.com\r\nBcc: x@example.com" }, "validation_error"],
  ["to", { to: "Ada <ada@>" }, "validation_error"],
  ["no receiver", { to: [] }, "missing_required_field"],
  ["too many receivers", { to: Array(51).fill("a@example.com") }, "validation_error"],
  ["no subject", { subject: "" }, "missing_required_field"],
  ["no body", { html: undefined, text: undefined }, "missing_required_field"],
  ["a tag with spaces", { tags: [{ name: "a b", value: "c" }] }, "validation_error"],
  ["a header with a line break", { headers: { "X-A": "1\r\nX-B: 2" } }, "validation_error"],
  ["an empty attachment", { attachments: [{ filename: "a.pdf" }] }, "invalid_attachment"],
  [
    "an attachment by address",
    { attachments: [{ filename: "a.pdf", path: "http://x.test/a.pdf" }] },
    "invalid_attachment",
  ],
  ["an attachment without a name", { attachments: [{ content: "QUJD" }] }, "invalid_attachment"],
  [
    "an attachment that is no base64",
    { attachments: [{ filename: "a.txt", content: "hello!" }] },
    "invalid_attachment",
  ],
  ["scheduling", { scheduledAt: "in 1 hour" }, "validation_error"],
])("refuses %s", async (_name, change, code) => {
  const { sandbox, resend } = await startSandbox();
  const { data, error } = await resend.emails.send({ ...mail, ...change } as typeof mail);
  expect(data).toBeNull();
  expect(error).toMatchObject({ name: code, statusCode: 422 });
  expect(sandbox.state.mails).toEqual({});
});

test("an idempotency key sends once, and never another body", async () => {
  const { sandbox, resend } = await startSandbox();
  const options = { idempotencyKey: "delivery-1" };
  const first = await resend.emails.send(mail, options);
  const again = await resend.emails.send(mail, options);
  expect(again.data?.id).toBe(first.data?.id);
  const other = await resend.emails.send({ ...mail, subject: "Other" }, options);
  expect(other.error).toMatchObject({ name: "invalid_idempotent_request", statusCode: 409 });
  expect(Object.keys(sandbox.state.mails)).toHaveLength(1);
});

test("a batch sends all or nothing", async () => {
  const { sandbox, resend } = await startSandbox();
  const sent = await resend.batch.send([mail, { ...mail, to: "bob@example.com" }]);
  expect(sent.data?.data).toHaveLength(2);
  const refused = await resend.batch.send([mail, { ...mail, to: "nobody" }]);
  expect(refused.error?.name).toBe("validation_error");
  expect(await inbox(sandbox.url)).toHaveLength(2);
});

test("wrong keys, wrong JSON and oversized bodies are refused", async () => {
  const { sandbox } = await startSandbox();
  const stranger = new Resend("re_sandbox_other", { baseUrl: sandbox.url });
  expect((await stranger.emails.send(mail)).error).toMatchObject({ statusCode: 401 });
  expect((await postJson(`${sandbox.url}/emails`, mail)).status).toBe(401);
  const headers = { authorization: `Bearer ${testSettings().resendApiKey}` };
  const broken = await fetch(`${sandbox.url}/emails`, { method: "POST", headers, body: "{" });
  expect(broken.status).toBe(400);
  const content = "A".repeat(41 * 1024 * 1024);
  const heavy = JSON.stringify({ ...mail, attachments: [{ filename: "a.bin", content }] });
  expect((await fetch(`${sandbox.url}/emails`, { method: "POST", headers, body: heavy })).status).toBe(422);
  const huge = await fetch(`${sandbox.url}/emails`, {
    method: "POST",
    headers,
    body: "A".repeat(45 * 1024 * 1024),
  });
  expect(huge.status).toBe(413);
});

test("faults: failing before, failing after, and hanging up", async () => {
  const { sandbox, resend } = await startSandbox();
  sandbox.addFault({ target: "resend", kind: "error500" });
  expect((await resend.emails.send(mail)).error?.statusCode).toBe(500);
  expect(sandbox.state.mails).toEqual({});
  sandbox.addFault({ target: "resend", kind: "error500_after" });
  const options = { idempotencyKey: "once" };
  expect((await resend.emails.send(mail, options)).error?.statusCode).toBe(500);
  sandbox.addFault({ target: "resend", kind: "timeout" });
  expect((await resend.emails.send(mail, options)).error?.name).toBe("application_error");
  const { data } = await resend.emails.send(mail, options);
  expect(Object.keys(sandbox.state.mails)).toEqual([data?.id]);
});
