import type { Page } from "@playwright/test";
import sharp from "sharp";
import { Editor } from "./pages/editor";
import { signIn } from "./pages/sign-in";
import { look } from "./support/database";
import { linkIn, mailTo } from "./support/mailbox";
import { expect, test } from "./support/test";

const picture = (width: number, height: number, background = "#0f766e") =>
  sharp({ create: { width, height, channels: 3, background } });
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const PDF = Buffer.from("%PDF-1.7\n1 0 obj << >> endobj\n%%EOF\n");
const POLICY = "sandbox; default-src 'none'";

const choose = (page: Page, button: RegExp, name: string, mimeType: string, buffer: Buffer) =>
  page.getByLabel(button).first().setInputFiles({ name, mimeType, buffer });

test("the logo stands on the document and in its PDF; what is no picture is refused beside its field", async ({
  page,
}) => {
  await signIn(page, "admin");
  await page.goto("/settings");
  const field = /Choose (a|another) logo/;

  await choose(page, field, "logo.png", "image/png", SVG);
  await expect(page.getByText("SVG files are not taken")).toBeVisible();
  await choose(page, field, "bomb.png", "image/png", await picture(6000, 5000).png().toBuffer());
  await expect(page.getByText("at most 25 megapixels")).toBeVisible();
  await choose(page, field, "logo.webp", "image/webp", await picture(900, 300).webp().toBuffer());
  const preview = page.getByRole("img", { name: "The logo on light paper" });
  await expect(preview).toBeVisible();
  expect(await preview.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(800);

  const without = await look<{ id: string }>(
    "select id from invoices where lifecycle = 'open' and kind = 'invoice' limit 1",
  );
  const editor = new Editor(page);
  await editor.open();
  await editor.createClient("Demo Logo", "logo@demo.counterfoil.localhost");
  await editor.fill(1, { description: "Paint", quantity: "1", price: "10" });
  await expect(editor.document.locator("img")).toBeVisible();
  await editor.save();

  await choose(page, /Attach a file/, "evil.pdf", "application/pdf", SVG);
  await expect(page.getByText("SVG files are not taken")).toBeVisible();
  await choose(page, /Attach a file/, "Terms & <conditions>.pdf", "application/pdf", PDF);
  await expect(page.getByRole("link", { name: "Terms & <conditions>.pdf" })).toBeVisible();
  await editor.finalize();
  await expect(page.getByRole("heading", { name: /^INV/ })).toBeVisible();
  await expect(page.locator("article img")).toBeVisible();
  const id = page.url().split("/").at(-1);

  const pdf = await page.request.get(`/invoices/${id}/pdf`);
  expect(await pdf.body().then((body) => body.toString("latin1"))).toContain("/Subtype /Image");
  const old = await page.request.get(`/invoices/${without[0]?.id}/pdf`);
  expect(await old.body().then((body) => body.toString("latin1"))).not.toContain("/Subtype /Image");
});

test("an attachment is downloaded by the holder of the link, with headers that leave it nothing to do", async ({
  page,
  browser,
}) => {
  await signIn(page, "admin");
  const editor = new Editor(page);
  await editor.open();
  await editor.createClient("Demo Attached", "attached@demo.counterfoil.localhost");
  await editor.fill(1, { description: "Paper", quantity: "1", price: "10" });
  await editor.save();
  await choose(page, /Attach a file/, "Terms & <conditions>.pdf", "application/pdf", PDF);
  await expect(page.getByRole("link", { name: "Terms & <conditions>.pdf" })).toBeVisible();
  await page
    .getByRole("button", { name: "Finalize and send" })
    .or(page.getByRole("button", { name: /send/i }))
    .first()
    .click();
  await page.getByRole("dialog").getByRole("button", { name: /send/i }).click();
  await expect(page.getByRole("heading", { name: /^INV/ })).toBeVisible();
  const id = page.url().split("/").at(-1) ?? "";

  const [file] = await look<{ id: string }>("select id from files where invoice_id = $1", [id]);
  const staff = await page.request.get(`/files/${file?.id}`);
  const headers = staff.headers();
  expect(headers["content-type"]).toBe("application/pdf");
  expect(headers["content-disposition"]).toBe('attachment; filename="Terms-conditions.pdf"');
  expect(headers["content-security-policy"]).toBe(POLICY);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["cache-control"]).toBe("private, no-store");

  const reader = await (await browser.newContext()).newPage();
  await reader.goto(linkIn(await mailTo("attached@demo.counterfoil.localhost", /Invoice/), /\/pay\//));
  await expect(reader.locator("article img")).toBeVisible();
  const download = reader.waitForEvent("download");
  await reader.getByRole("link", { name: "Terms & <conditions>.pdf" }).click();
  expect((await download).url()).toMatch(/\/pay\/[^/]+\/files\//);
  await reader.context().close();

  const stranger = await browser.newContext();
  const answer = await stranger.request.get(`/files/${file?.id}`, { maxRedirects: 0 });
  expect(answer.status()).toBe(307);
  await stranger.close();
});

test("an upload is refused from another site, from nobody, from who may not, and over its size", async ({
  page,
  request,
}) => {
  const data = await picture(10, 10).png().toBuffer();
  const send = (by: typeof request, headers: Record<string, string>, body = data) =>
    by.post("/settings/logo", { data: body, headers: { "content-type": "image/png", ...headers } });
  expect((await send(request, {})).status()).toBe(401);
  await signIn(page, "accountant");
  expect((await send(page.request, {})).status()).toBe(403);
  await page.context().clearCookies();
  await signIn(page, "admin");
  expect((await send(page.request, { origin: "https://evil.example" })).status()).toBe(403);
  expect((await send(page.request, { "sec-fetch-site": "cross-site" })).status()).toBe(403);
  expect((await send(page.request, {}, Buffer.alloc(3 * 1024 * 1024))).status()).toBe(413);
  expect((await page.request.post("/settings", { data: Buffer.alloc(2 * 1024 * 1024) })).status()).toBe(413);
});
