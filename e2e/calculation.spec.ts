import type { Page } from "@playwright/test";
import { clientValuesOf } from "@/lib/clients/form-values";
import { getClient } from "@/lib/clients/queries";
import { updateClient } from "@/lib/clients/update";
import { createLink } from "@/lib/invoices/create-link";
import { Editor } from "./pages/editor";
import { signIn } from "./pages/sign-in";
import { look } from "./support/database";
import { accountant } from "./support/product";
import { expect, test } from "./support/test";

const idIn = (page: Page) => /\/invoices\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "";

/** Points at an amount and reads its derivation. */
async function why(page: Page, amount: string, steps: RegExp[]) {
  const dialog = page.getByRole("dialog", { name: "Why this amount?" });
  await page.getByRole("button", { name: amount, exact: true }).first().click();
  const pointed = dialog.locator("[data-pointed]");
  await expect(pointed).toBeFocused();
  for (const step of steps) await expect(pointed).toContainText(step);
  return dialog;
}

test("prices with tax, ten percent off two rates, and why each amount", async ({ page, browser }) => {
  await signIn(page, "accountant");
  const editor = new Editor(page);
  await editor.open();
  await editor.chooseClient("Demo Bakery");
  await page.getByLabel("Prices include tax").check();
  await editor.fill(1, { description: "Lamp", quantity: "1", price: "119", tax: "VAT 19%" });
  await editor.addLine();
  await editor.fill(2, { description: "Book", quantity: "2", price: "53.50", tax: "VAT reduced 7%" });
  await editor.addDiscount("Loyalty", "10");

  await test.step("the totals follow the typing", async () => {
    for (const amount of ["€226.00", "-€22.60", "€180.00", "€17.10", "€6.30", "€23.40", "€203.40"])
      await expect(editor.totals.getByText(amount, { exact: true })).toBeVisible();
    await expect(page.getByTestId("invoice-total")).toHaveText("€203.40");
    await expect(editor.document.getByText("Loyalty (10%)")).toBeVisible();
  });

  await test.step("a total says why, by keyboard too", async () => {
    const dialog = await why(page, "€17.10", [/Lamp/, /-€11.90/, /19% within €107.10 = €17.10/]);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(page.getByRole("button", { name: "€17.10", exact: true }).first()).toBeFocused();
  });

  await editor.save();
  await page.reload();
  await expect(page.getByTestId("invoice-total")).toHaveText("€203.40");
  await editor.finalize();
  await expect(page).toHaveURL(/\/invoices\/[0-9a-f-]+$/);
  const id = idIn(page);

  await test.step("the document says it all", async () => {
    const paper = page.getByRole("article");
    await expect(paper.getByText("Prices include tax.")).toBeVisible();
    await expect(paper.getByText("-€22.60")).toBeVisible();
    await why(page, "€203.40", [/Without tax/, /€180.00/, /€23.40/]);
    await page.keyboard.press("Escape");
  });

  await test.step("it is stored and posted like that", async () => {
    const rows = await look(
      "select rate_ppm, base_minor, tax_minor from invoice_taxes where invoice_id = $1 order by position",
      [id],
    );
    expect(rows).toEqual([
      { rate_ppm: 70_000, base_minor: "9000", tax_minor: "630" },
      { rate_ppm: 190_000, base_minor: "9000", tax_minor: "1710" },
    ]);
    const posted = await look(
      "select account_code, amount_minor from journal_lines where invoice_id = $1 order by account_code",
      [id],
    );
    expect(posted).toEqual([
      { account_code: "discounts", amount_minor: "2000" },
      { account_code: "receivable", amount_minor: "20340" },
      { account_code: "revenue", amount_minor: "-20000" },
      { account_code: "tax_payable.S.190000", amount_minor: "-1710" },
      { account_code: "tax_payable.S.70000", amount_minor: "-630" },
    ]);
  });

  await test.step("the client may ask the same on the hosted page, on a phone", async () => {
    const { url } = await createLink(await accountant(), { id });
    const client = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
    await client.goto(url);
    const dialog = await why(client, "-€22.60", [/10% of €226.00 = €22.60/, /of which VAT 19%: €11.90/]);
    const edge = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(edge).toBeLessThanOrEqual(0);
    expect((await client.request.get(`${client.url()}/pdf`)).headers()["content-type"]).toBe(
      "application/pdf",
    );
  });
});

test("reverse charge: a rate of its own, both tax numbers, and the law's words", async ({
  page,
  browser,
}) => {
  const admin = await (await browser.newContext()).newPage();
  await signIn(admin, "admin");
  await admin.goto("/settings");
  await admin.getByRole("button", { name: "Add tax rate" }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("Name", { exact: true }).fill("Reverse charge");
  await dialog
    .getByLabel("Kind of supply")
    .selectOption({ label: "Reverse charge: the client owes the tax" });
  await expect(dialog.getByLabel("Percent", { exact: true }).first()).toBeHidden();
  await dialog.getByRole("button", { name: "Add tax rate" }).click();
  await expect(dialog).toBeHidden();
  await expect(admin.getByText("Reverse charge: the client owes the tax").first()).toBeVisible();

  await signIn(page, "accountant");
  const editor = new Editor(page);
  await editor.open();
  await editor.createClient("Demo Windmill", "windmill@demo.counterfoil.localhost");
  await editor.fill(1, { description: "Sails", quantity: "1", price: "400", tax: "Reverse charge" });
  await expect(editor.document.getByText(/Reverse charge: the recipient owes the VAT/)).toBeVisible();
  await editor.finalize();
  await expect(page.getByText(/This client has no tax number/)).toBeVisible();
  await expect(editor.line(1).getByLabel("Description")).toHaveValue("Sails");

  const ctx = await accountant();
  const [windmill] = await look<{ id: string }>("select id from clients where name = 'Demo Windmill'");
  const stored = await getClient(ctx, { id: windmill?.id });
  const { id: clientId, version } = stored.client;
  const form = { ...clientValuesOf(stored), taxNumber: "NL000000000B00" };
  await updateClient(ctx, { ...form, id: clientId, version });
  await editor.finalize();
  await expect(page).toHaveURL(/\/invoices\/[0-9a-f-]+$/);
  const paper = page.getByRole("article");
  await expect(paper.getByText(/Reverse charge: the recipient owes the VAT/)).toBeVisible();
  await expect(paper.getByText("NL000000000B00")).toBeVisible();
  expect(await look("select total_minor, tax_minor from invoices where id = $1", [idIn(page)])).toEqual([
    { total_minor: "40000", tax_minor: "0" },
  ]);
});

test("a foreign currency: its rate is asked for, fetched, and printed", async ({ page }) => {
  await signIn(page, "accountant");
  const editor = new Editor(page);
  await editor.open();
  await editor.chooseClient("Demo Bakery");
  await page.getByRole("combobox", { name: "Currency" }).click();
  await page.keyboard.type("USD");
  await page.getByRole("option", { name: "USD" }).first().click();
  await editor.fill(1, { description: "Lamp", quantity: "1", price: "100", tax: "VAT 19%" });
  const rate = page.getByLabel("Exchange rate: 1 USD =");
  await page.getByRole("button", { name: "Finalize", exact: true }).click();
  await expect(page.getByText(/Please enter the exchange rate/)).toBeVisible();
  await page.getByRole("button", { name: "Fetch" }).click();
  await expect(rate).toHaveValue("0.8");
  await expect(page.getByText(/^European Central Bank, /)).toBeVisible();
  await expect(editor.document.getByText(/1 USD = 0.8 EUR. Tax in EUR: €15.20/)).toBeVisible();
  await rate.fill("0.81");
  await editor.finalize();
  await expect(page).toHaveURL(/\/invoices\/[0-9a-f-]+$/);
  await expect(page.getByRole("article").getByText(/1 USD = 0.81 EUR. Tax in EUR: €15.39/)).toBeVisible();
  const [posted] = await look<{ base_minor: string }>(
    "select base_minor from journal_lines where invoice_id = $1 and account_code = 'receivable'",
    [idIn(page)],
  );
  expect(posted).toEqual({ base_minor: "9639" });
});
