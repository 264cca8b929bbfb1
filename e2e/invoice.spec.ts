import { payByCard } from "./pages/checkout";
import { Editor } from "./pages/editor";
import { signIn, signInByForm } from "./pages/sign-in";
import { look } from "./support/database";
import { eventsAbout } from "./support/inbox";
import { linkIn, mailTo } from "./support/mailbox";
import { server } from "./support/server";
import { expect, test } from "./support/test";

const CLIENT = "Demo Lighthouse";
const ADDRESS = "lighthouse@demo.counterfoil.localhost";

test("from a blank page to a paid invoice", async ({ page, browser }) => {
  await signIn(page, "accountant");
  const editor = new Editor(page);
  await editor.open();
  await editor.createClient(CLIENT, ADDRESS);

  await test.step("the document and its totals follow the typing", async () => {
    await editor.fill(1, {
      description: "Lamp service",
      quantity: "3",
      price: "33.335",
      discount: "12.5",
      tax: "VAT 19%",
    });
    await expect(editor.document.getByText("Lamp service")).toBeVisible();
    await expect(editor.document.getByText("€87.51").first()).toBeVisible();
    await editor.addLine();
    await editor.fill(2, { description: "Postcards", quantity: "200", price: "0.40", tax: "VAT reduced 7%" });
    // 87.51 × 19 % = 16.63; 80.00 × 7 % = 5.60
    await expect(editor.document.getByText("€189.74").first()).toBeVisible();
    await expect(editor.document.getByText(CLIENT)).toBeVisible();
  });

  await test.step("a wrong field is told, and nothing typed is lost", async () => {
    await editor.line(2).getByLabel("Quantity").fill("1e308");
    await page.getByRole("button", { name: "Save draft" }).click();
    await expect(editor.line(2).getByText("Please enter a plain number, such as 12.50.")).toBeVisible();
    await expect(editor.line(2).getByLabel("Quantity")).toHaveValue("1e308");
    await expect(editor.line(1).getByLabel("Description")).toHaveValue("Lamp service");
    await editor.line(2).getByLabel("Quantity").fill("200");
  });

  await test.step("finalizing takes the number and sends the document", async () => {
    await page.getByRole("button", { name: "Finalize and send" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText(ADDRESS).first()).toBeVisible();
    await dialog.getByRole("button", { name: "Finalize and send" }).click();
    await expect(page).toHaveURL(/\/invoices\/[0-9a-f-]+$/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(/INV-\d{4}/);
  });
  const id = page.url().split("/").at(-1) ?? "";
  const number =
    /INV-\d{4}/.exec((await page.getByRole("heading", { level: 1 }).textContent()) ?? "")?.[0] ?? "";
  const [issued] = await look<Record<string, unknown>>("select * from invoices where id = $1", [id]);
  expect(issued).toMatchObject({ lifecycle: "open", number, total_minor: "18974", tax_minor: "2223" });

  const mail = await mailTo(ADDRESS, new RegExp(`Invoice ${number}`));
  expect(mail.text).toContain("€189.74");
  const client = await (await browser.newContext()).newPage();
  await test.step("the client opens the hosted page and downloads the PDF", async () => {
    await client.goto(linkIn(mail, /\/pay\//));
    await expect(client.getByRole("article", { name: `Invoice ${number}` })).toBeVisible();
    const pdf = await client.request.get(`${client.url()}/pdf`);
    expect(pdf.headers()["content-type"]).toBe("application/pdf");
    expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
    await expect(page.getByText("Viewed").first()).toBeVisible();
  });

  await test.step("pays by card, and is brought back to a page that says so", async () => {
    await client.getByRole("button", { name: "Pay €189.74" }).click();
    await payByCard(client, "4000 0000 0000 0002");
    await expect(client.getByText(/declined/i).first()).toBeVisible();
    await payByCard(client);
    await client.waitForURL(/\/pay\//);
    await expect(client.getByText("Your payment was received and this invoice is paid.")).toBeVisible();
  });

  await test.step("the accountant's screen shows it without a reload", async () => {
    await expect(page.getByText("Paid", { exact: true }).first()).toBeVisible();
  });

  await test.step("the webhook recorded one payment, and the books balance", async () => {
    const payments = await look("select * from allocations where invoice_id = $1", [id]);
    expect(payments).toMatchObject([{ amount_minor: "18974" }]);
    expect(await eventsAbout("checkout.session.completed", String(id))).toMatchObject([
      { state: "processed" },
    ]);
    const sums = await look(
      "select entry_id, sum(amount_minor)::text as sum from journal_lines where entry_id in (select entry_id from journal_lines where invoice_id = $1) group by 1",
      [id],
    );
    expect(sums).toMatchObject([{ sum: "0" }, { sum: "0" }]);
  });

  await test.step("client and accountant get their emails", async () => {
    expect((await mailTo(ADDRESS, new RegExp(`Receipt for invoice ${number}`))).text).toContain(
      "paid in full",
    );
    const notice = await mailTo(server.signIn("accountant").email, new RegExp(`${CLIENT} paid`));
    expect(linkIn(notice, /\/invoices\//)).toContain(id);
  });
});

test("a draft edited in two tabs: the second save is told, and keeps what was typed", async ({
  page,
  context,
}) => {
  await signIn(page, "accountant");
  const first = new Editor(page);
  await first.open();
  await first.chooseClient("Demo Bakery");
  await first.fill(1, { description: "Signs", quantity: "1", price: "10" });
  await first.save();
  const other = await context.newPage();
  await other.goto(page.url());
  const second = new Editor(other);
  await expect(second.line(1).getByLabel("Description")).toHaveValue("Signs");
  await first.line(1).getByLabel("Description").fill("Signs, painted");
  await first.save();
  await second.line(1).getByLabel("Description").fill("Signs, engraved");
  await other.getByRole("button", { name: "Save draft" }).click();
  await expect(other.getByText(/Somebody saved this after you opened it/)).toBeVisible();
  await expect(second.line(1).getByLabel("Description")).toHaveValue("Signs, engraved");
  const id = page.url().split("/").at(-2) ?? "";
  const items = await look("select description from invoice_items where invoice_id = $1", [id]);
  expect(items).toEqual([{ description: "Signs, painted" }]);
});

test("a draft that was never saved survives the tab", async ({ page }) => {
  await signIn(page, "accountant");
  const editor = new Editor(page);
  await editor.open();
  await editor.fill(1, {
    description: "A thing <script>alert(1)</script> שלום 😀",
    quantity: "1",
    price: "5",
  });
  await expect(editor.document.getByText("A thing <script>alert(1)</script> שלום 😀")).toBeVisible();
  page.on("dialog", (dialog) => dialog.accept());
  await page.goto("/overview");
  await editor.open();
  await page.getByRole("button", { name: "Restore unsaved changes" }).click();
  await expect(editor.line(1).getByLabel("Description")).toHaveValue(
    "A thing <script>alert(1)</script> שלום 😀",
  );
});

test("signing out asks about work that was never saved, and leaves none of it in the browser", async ({
  page,
}) => {
  await signInByForm(page, "accountant");
  const editor = new Editor(page);
  await editor.open();
  await editor.fill(1, { description: "Not for the next person", quantity: "1", price: "5" });
  page.on("dialog", (dialog) => dialog.accept());
  const kept = () => page.evaluate(() => JSON.stringify({ ...localStorage }));
  await expect.poll(kept).toContain("Not for the next person");
  await page.goto("/overview");
  await page.getByRole("button", { name: /Accountant$/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Sign out and discard" }).click();
  await page.waitForURL("**/sign-in");
  expect(await kept()).not.toContain("Not for the next person");
});
