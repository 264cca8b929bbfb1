import { signIn } from "./pages/sign-in";
import { expect, test } from "./support/test";

test("a signed-in client finds its invoices, quotes, credit notes and credit, and opens each", async ({
  page,
}) => {
  await signIn(page, "client");
  await page.goto("/");
  await expect(page.getByText("You have €95.60 to your credit.")).toBeVisible();
  const kinds = page.getByRole("navigation", { name: "Kinds of documents" });
  const open = async (number: RegExp) => {
    await page.getByRole("table").getByRole("link", { name: number }).first().click();
    await expect(page).toHaveURL(/\/pay\//);
  };

  await kinds.getByRole("link", { name: "Quotes" }).click();
  await expect(page.getByRole("heading", { name: "Your quotes" })).toBeVisible();
  await expect(page.getByText("To answer")).toBeVisible();
  await open(/^Q-\d{4}/);
  await expect(page.getByRole("button", { name: "Accept the quote" })).toBeVisible();

  await page.goto("/portal");
  await kinds.getByRole("link", { name: "Credit notes" }).click();
  await expect(page.getByText("Used", { exact: true })).toBeVisible();
  await open(/^CN-\d{4}/);
  await expect(page.getByText("Credited to you")).toBeVisible();

  expect((await page.goto("/portal?before=no-id"))?.status()).toBe(404);
  await page.goto("/portal?filter=nothing");
  await expect(page.getByRole("heading", { name: "Your invoices" })).toBeVisible();
});
