import { Editor } from "./pages/editor";
import { signIn } from "./pages/sign-in";
import { look } from "./support/database";
import { expect, test } from "./support/test";

test("a client is found by its exact tax number, in the list and in the editor", async ({ page }) => {
  await signIn(page, "accountant");
  await page.goto("/clients");
  await expect(page.getByText("Demotown, Netherlands")).toBeVisible();
  await page.getByLabel("Search by name or tax number").fill("nl 0000.00000 b00");
  await expect(page.getByText("Demo Bicycle Works")).toBeVisible();
  await expect(page.getByText("Demo Bakery")).toBeHidden();
  await page.getByLabel("Search by name or tax number").fill("NL000000000");
  await expect(page.getByText("has exactly this tax number", { exact: false })).toBeVisible();

  await new Editor(page).open();
  await page.getByRole("combobox", { name: "Client" }).click();
  await page.keyboard.type("NL000000000B00");
  await page.getByRole("option", { name: "Demo Bicycle Works" }).click();
  const paper = page.getByRole("article");
  await expect(paper.getByText("NL000000000B00")).toBeVisible();
  await expect(paper.getByText("4 Demo Street")).toBeVisible();
});

test("a card's number is refused beside the field, and what else was typed stays", async ({ page }) => {
  await signIn(page, "accountant");
  await page.goto("/clients/new");
  await page.getByLabel("Name", { exact: true }).fill("Demo Card Typist");
  await page.getByLabel("Notes").fill("Charge 4242 4242 4242 4242 please");
  await page.getByRole("button", { name: /^Create/ }).click();
  await expect(page.getByText("looks like the number of a payment card", { exact: false })).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Demo Card Typist");
  expect(await look("select 1 from clients where name = 'Demo Card Typist'")).toEqual([]);
});
