import type { Page } from "@playwright/test";
import { payByCard } from "./pages/checkout";
import { signIn } from "./pages/sign-in";
import { look } from "./support/database";
import { mailTo } from "./support/mailbox";
import { type Issued, issue, newClient } from "./support/product";
import { expect, test } from "./support/test";

const owed = async (invoice: Issued) => {
  const [row] = await look<{ balance_minor: string }>(
    "select balance_minor from invoice_balances where invoice_id = $1",
    [invoice.id],
  );
  return row?.balance_minor;
};
const payments = (page: Page) => page.locator("section", { hasText: "Payments and credit" });

test("a transfer over two invoices, its rest as credit, a correction and a bounced cheque", async ({
  page,
}) => {
  const client = await newClient();
  const [first, second, third] = [await issue(client), await issue(client), await issue(client)];
  await signIn(page, "accountant");

  await test.step("the amount fills the oldest first, and the parts can be changed", async () => {
    await page.goto("/payments");
    await page.getByRole("link", { name: "Record payment" }).first().click();
    await page.getByRole("combobox", { name: "Client" }).click();
    await page.keyboard.type(client.name);
    await page.getByRole("option", { name: client.name }).click();
    const part = ({ number }: Issued) => page.getByLabel(`Amount for ${number}`);
    await page.getByLabel("Amount", { exact: true }).fill("200");
    await expect(part(first)).toHaveValue("120.00");
    await expect(part(second)).toHaveValue("80.00");
    await part(second).fill("30");
    await expect(page.getByText("€50.00 stays as the client’s credit.")).toBeVisible();
    await page.getByRole("button", { name: "Oldest first" }).click();
    await page.getByRole("checkbox", { name: `Settle ${first.number}` }).uncheck();
    await page.getByRole("checkbox", { name: `Settle ${first.number}` }).check();
    await page.getByLabel("Amount", { exact: true }).fill("250");
    await part(first).fill("120");
    await part(second).fill("90");
    await part(third).fill("");
    await page.getByLabel("Reference").fill("TX 4711");
  });

  await test.step("what is wrong is told beside the field, and nothing typed is lost", async () => {
    await page.getByLabel("Received on").fill("2020-01-01");
    await page.getByRole("button", { name: "Record payment" }).click();
    await expect(
      page.getByText("A payment can't be dated before the invoice that it settles."),
    ).toBeVisible();
    await expect(page.getByLabel("Reference")).toHaveValue("TX 4711");
    await page.getByLabel("Received on").fill(new Date().toISOString().slice(0, 10));
    await page.getByRole("button", { name: "Record payment" }).click();
    await expect(page).toHaveURL(/\/payments\/[0-9a-f-]{36}$/);
    await expect(page.getByText("Left as the client’s credit")).toBeVisible();
    expect([await owed(first), await owed(second)]).toEqual(["0", "3000"]);
  });
  const receipt = await mailTo(client.email, /Receipt from/);
  expect(receipt.text).toContain(`${first.number}: €120.00`);
  expect(receipt.text).toContain(`${second.number}: €90.00`);

  await test.step("the rest settles another invoice with one press, and is taken back", async () => {
    await page.goto(`/invoices/${second.id}`);
    await payments(page).getByRole("button", { name: "Apply credit €30.00" }).click();
    await expect(page.getByText("€30.00 of credit applied")).toBeVisible();
    await expect(page.getByText("Paid", { exact: true }).first()).toBeVisible();
    expect(await owed(second)).toBe("0");
    await page.getByRole("button", { name: `Unapply €30.00 from ${second.number}` }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Unapply" }).click();
    await expect(payments(page).getByRole("button", { name: "Apply credit €30.00" })).toBeVisible();
    await page.goto(`/clients/${client.id}`);
    await expect(page.getByText("€40.00", { exact: true })).toBeVisible();
  });

  await test.step("a cheque is recorded on the invoice, and reversed when it bounces", async () => {
    await page.goto(`/invoices/${third.id}`);
    await payments(page).getByRole("button", { name: "Record payment" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByLabel("Amount")).toHaveValue("120.00");
    await dialog.getByLabel("Method").selectOption({ label: "Cheque" });
    await dialog.getByLabel("Amount").fill("0");
    await dialog.getByRole("button", { name: "Record payment" }).click();
    await expect(dialog.getByText("Please enter an amount above zero.")).toBeVisible();
    await dialog.getByLabel("Amount").fill("100");
    await dialog.getByRole("button", { name: "Record payment" }).click();
    await expect(dialog).toBeHidden();
    await payments(page).getByRole("link", { name: "Cheque" }).click();
    await page.getByRole("button", { name: "Reverse" }).click();
    await page.getByRole("dialog").getByLabel("Reason").fill("Bounced");
    await page.getByRole("dialog").getByRole("button", { name: "Reverse payment" }).click();
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(page.getByText("Reversed", { exact: true })).toBeVisible();
    expect(await owed(third)).toBe("12000");
    await page.goto("/payments?filter=reversed");
    await expect(page.getByRole("row", { name: client.name })).toBeVisible();
  });
});

test("a part of an online payment goes back, and the client is told", async ({ page, browser }) => {
  const invoice = await issue();
  const client = await (await browser.newContext()).newPage();
  await client.goto(invoice.url);
  await client.getByRole("button", { name: "Pay €120.00" }).click();
  await payByCard(client);
  await client.waitForURL(/\/pay\//);
  await expect(client.getByText("Your payment was received and this invoice is paid.")).toBeVisible();

  await signIn(page, "accountant");
  await page.goto(`/invoices/${invoice.id}`);
  await payments(page).getByRole("link", { name: "Online" }).click();
  await expect(page.getByRole("button", { name: "Reverse" })).toBeHidden();
  await page.getByRole("button", { name: "Refund" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Amount").fill("120.01");
  await dialog.getByRole("button", { name: "Refund" }).click();
  await expect(dialog.getByText("This is more than is left to refund.")).toBeVisible();
  await dialog.getByLabel("Amount").fill("45.50");
  await expect(dialog.getByText(/€45.50 of this is taken from invoices/)).toBeVisible();
  await dialog.getByRole("button", { name: "Refund" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Refunded", { exact: true })).toBeVisible();
  await expect(page.getByText("Partly refunded")).toBeVisible();
  expect(await owed(invoice)).toBe("4550");
  expect((await mailTo(invoice.email, /Refund from/)).text).toContain("€45.50");
});

test("two people record the same transfer: one is recorded, the other one is told", async ({
  page,
  browser,
}) => {
  const invoice = await issue();
  await signIn(page, "accountant");
  const other = await (await browser.newContext()).newPage();
  await signIn(other, "admin");
  for (const screen of [page, other]) {
    await screen.goto(`/invoices/${invoice.id}`);
    await payments(screen).getByRole("button", { name: "Record payment" }).click();
    await screen.getByRole("dialog").getByLabel("Amount").fill("50");
  }
  await page.getByRole("dialog").getByRole("button", { name: "Record payment" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await other.getByRole("dialog").getByRole("button", { name: "Record payment" }).click();
  await expect(
    other.getByText(/Something was paid, credited or refunded since you opened this/),
  ).toBeVisible();
  await expect(other.getByText(`${invoice.number} owes €70.00.`)).toBeVisible();
  await expect(other.getByRole("dialog").getByLabel("Amount")).toHaveValue("50");
  expect(await owed(invoice)).toBe("7000");
});
