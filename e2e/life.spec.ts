import type { Page } from "@playwright/test";
import { payByCard } from "./pages/checkout";
import { Editor } from "./pages/editor";
import { signIn } from "./pages/sign-in";
import { look } from "./support/database";
import { linkIn, mailTo } from "./support/mailbox";
import { server } from "./support/server";
import { expect, test } from "./support/test";

const CLIENT = "Demo Architects";
const ADDRESS = "client-2@demo.counterfoil.localhost";
const idOf = (page: Page) => /\/invoices\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? "";
const stored = async (id: string) =>
  (await look<Record<string, unknown>>("select * from invoices where id = $1", [id]))[0];

/** Presses a button of the editor and confirms what it asks. */
async function issue(page: Page, name: "Finalize" | "Finalize and send") {
  await page.getByRole("button", { name, exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name, exact: true }).click();
  await expect(page).toHaveURL(/\/invoices\/[0-9a-f-]+$/);
}

test("a quote is accepted by its reader, asks for a deposit, and becomes an invoice paid in instalments", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  await signIn(page, "accountant");
  await page.goto("/quotes");
  await page.getByRole("link", { name: "New quote" }).first().click();
  const editor = new Editor(page);
  await editor.chooseClient(CLIENT);
  await editor.fill(1, { description: "Competition model", quantity: "1", price: "1000", tax: "VAT 19%" });
  await issue(page, "Finalize and send");
  const quoteUrl = page.url();
  const number =
    /Q-\d{4}/.exec((await page.getByRole("heading", { level: 1 }).textContent()) ?? "")?.[0] ?? "";
  const mail = await mailTo(ADDRESS, new RegExp(`Quote ${number}`));
  const client = await (await browser.newContext()).newPage();

  await test.step("the client accepts it with a name", async () => {
    await client.goto(linkIn(mail, /\/pay\//));
    await client.getByRole("button", { name: "Accept the quote" }).click();
    await expect(client.getByText("Please fill this in.")).toBeVisible();
    await client.getByLabel("Your name").fill("Demo Person Two");
    await client.getByRole("button", { name: "Accept the quote" }).click();
    await expect(client.getByText(/Accepted by Demo Person Two/)).toBeVisible();
    await expect(page.getByText("Accepted", { exact: true })).toBeVisible();
    await mailTo(server.signIn("accountant").email, new RegExp(`accepted quote ${number}`));
  });

  await test.step("a deposit of 30 % is asked for", async () => {
    await page.getByRole("button", { name: "Deposit" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Make deposit invoice" }).click();
    await expect(page).toHaveURL(/\/edit$/);
    await issue(page, "Finalize");
    expect(await stored(idOf(page))).toMatchObject({ is_deposit: true, total_minor: "35700" });
    await expect(page.getByRole("article", { name: /^Deposit invoice/ })).toBeVisible();
  });

  await test.step("the quote becomes an invoice once, less the deposit", async () => {
    await page.goto(quoteUrl);
    await page.getByRole("button", { name: "Make invoice" }).click();
    await expect(page).toHaveURL(/\/edit$/);
    const made = idOf(page);
    await page.goto(quoteUrl);
    await page.getByRole("button", { name: "Make invoice" }).click();
    await expect(page).toHaveURL(new RegExp(`${made}/edit$`));
    expect(await stored(made)).toMatchObject({ lifecycle: "draft", total_minor: "83300" });
  });

  await test.step("a payment plan that does not add up is refused, one that does is kept", async () => {
    await page.goto(`/invoices/${idOf(page)}`);
    await page.getByRole("button", { name: "Make a plan" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Amount 1").fill("1");
    await expect(dialog.getByText(/is missing/)).toBeVisible();
    await dialog.getByRole("button", { name: "Save plan" }).click();
    await expect(dialog.getByText(/must add up/).first()).toBeVisible();
    await dialog.getByRole("button", { name: "Split", exact: true }).click();
    await expect(dialog.getByText("Adds up")).toBeVisible();
    await dialog.getByRole("button", { name: "Save plan" }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole("link", { name: "Edit" }).click();
    await issue(page, "Finalize and send");
  });

  await test.step("the client pays the first instalment", async () => {
    const [sent] = await look<{ number: string }>("select number from invoices where id = $1", [idOf(page)]);
    await client.goto(linkIn(await mailTo(ADDRESS, new RegExp(`Invoice ${sent?.number}`)), /\/pay\//));
    await client.getByRole("button", { name: "Pay €277.67" }).click();
    await payByCard(client);
    await client.waitForURL(/\/pay\//);
    await expect(client.getByRole("list", { name: "Payment plan" }).getByText("Paid")).toHaveCount(1);
    await expect(page.getByText("Partially paid").first()).toBeVisible();
  });
});

test("an issued invoice is credited in part, written off, voided and duplicated", async ({ page }) => {
  await signIn(page, "accountant");
  const editor = new Editor(page);
  const written = async (price: string) => {
    await editor.open();
    await editor.chooseClient(CLIENT);
    await editor.fill(1, { description: "Plan prints", quantity: "2", price, tax: "VAT 19%" });
    await issue(page, "Finalize");
  };
  const choose = async (name: string) => {
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name }).click();
  };
  await written("100");
  const invoice = page.url();

  await test.step("a credit note over one of two pieces leaves the other owed", async () => {
    await choose("Credit");
    await expect(page).toHaveURL(/\/edit$/);
    await editor.line(1).getByLabel("Quantity").fill("1");
    await issue(page, "Finalize");
    await expect(page.getByRole("heading", { level: 1 })).toContainText(/CN-\d{4}/);
    await expect(page.getByText("Applied").first()).toBeVisible();
    await page.goto(invoice);
    await expect(page.getByText("€119.00 due")).toBeVisible();
  });

  await test.step("more than was invoiced is refused, beside the lines", async () => {
    await choose("Credit");
    await expect(page).toHaveURL(/\/edit$/);
    await page.getByRole("button", { name: "Finalize", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Finalize", exact: true }).click();
    await expect(page.getByText(/more than was invoiced/).first()).toBeVisible();
  });

  await test.step("what is left is written off, with a reason", async () => {
    await page.goto(invoice);
    await choose("Write off");
    await page.getByRole("dialog").getByLabel("Reason").fill("Not worth a letter");
    await page.getByRole("dialog").getByRole("button", { name: "Write off" }).click();
    await expect(page.getByText("Written off").first()).toBeVisible();
  });

  await test.step("a duplicate is voided, which an invoice that was paid can't be", async () => {
    await choose("Duplicate");
    await expect(page).toHaveURL(/\/edit$/);
    await issue(page, "Finalize");
    await choose("Void");
    await page.getByRole("dialog").getByRole("button", { name: "Void" }).click();
    // The question's own button says the same word: it has to be gone first.
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(page.getByText("Void", { exact: true }).first()).toBeVisible();
    const sums = await look<{ sum: string }>(
      "select sum(base_minor)::text as sum from journal_lines where invoice_id = $1 group by account_code",
      [idOf(page)],
    );
    expect(sums.every(({ sum }) => sum === "0")).toBe(true);
  });
});

test("a draft is scheduled, moved and taken back", async ({ page }) => {
  await signIn(page, "accountant");
  const editor = new Editor(page);
  await editor.open();
  await editor.chooseClient(CLIENT);
  await editor.fill(1, { description: "Yearly survey", quantity: "1", price: "10" });
  await editor.save();
  await page.goto(page.url().replace("/edit", ""));
  await page.getByRole("button", { name: "Schedule" }).click();
  await page.getByRole("dialog").getByLabel("On").fill("2020-01-01");
  await page.getByRole("dialog").getByRole("button", { name: "Schedule" }).click();
  await expect(page.getByText("Please choose a day after today.")).toBeVisible();
  await page.getByRole("dialog").getByLabel("On").fill("2199-01-02");
  await page.getByRole("dialog").getByRole("button", { name: "Schedule" }).click();
  await expect(page.getByText("Scheduled", { exact: true }).first()).toBeVisible();
  await expect(page.getByText("This draft is finalized and sent on Jan 2, 2199.")).toBeVisible();
  const jobs = await look("select run_at from graphile_worker.jobs where key = $1", [
    `scheduled:${idOf(page)}`,
  ]);
  expect(jobs).toHaveLength(1);
  await page.getByRole("button", { name: "Take back" }).click();
  await expect(page.getByText("Scheduled", { exact: true })).toHaveCount(0);
});
