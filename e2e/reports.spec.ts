import { signIn } from "./pages/sign-in";
import { look } from "./support/database";
import { expect, test } from "./support/test";

test("an accountant follows a figure from the trial balance to its invoice, and takes the journal out", async ({
  page,
}) => {
  await signIn(page, "accountant");
  await page.goto("/");
  await page.getByRole("link", { name: "Reports" }).click();
  await page.getByRole("link", { name: "Trial balance" }).click();
  await expect(page.getByText("Debits equal credits, and all balances sum to zero.")).toBeVisible();
  await page.getByRole("link", { name: "This year" }).click();
  await expect(page).toHaveURL(/from=\d{4}-01-01&to=\d{4}-12-31/);
  await page.getByRole("link", { name: "Accounts receivable" }).click();
  await expect(page.getByRole("heading", { name: "Accounts receivable" })).toBeVisible();
  await page.getByRole("link", { name: "Invoice issued" }).first().click();
  await expect(page.getByRole("heading", { name: "Invoice issued" })).toBeVisible();
  await page.getByRole("table").getByRole("link", { name: /^INV-/ }).first().click();
  await expect(page).toHaveURL(/\/invoices\//);

  await page.goto("/reports/journal");
  await page.getByRole("button", { name: "Export" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "hledger journal" }).click();
  expect((await download).suggestedFilename()).toMatch(/^journal-\d{4}-01-01-\d{4}-12-31\.journal$/);
  for (const [format, start] of [
    ["hledger", /^; Demo Studio\ndecimal-mark \./],
    ["beancount", /^option "title" "Demo Studio"/],
    ["csv", /^\uFEFFdate,entry,/],
  ] as const) {
    const file = await page.request.get(`/reports/journal/export/${format}`);
    expect(file.headers()["content-disposition"]).toMatch(/^attachment; filename="journal-[\d-]+\.\w+"$/);
    expect(await file.text()).toMatch(start);
  }
  for (const path of [
    "exe",
    "csv?from=2026-02-30",
    "csv?from=2026-02-01&to=2026-01-01",
    "csv?from=%0d%0aX:1",
  ])
    expect((await page.request.get(`/reports/journal/export/${path}`)).status(), path).toBe(404);
});

test("a period that can't be is shown as typed, with what is wrong with it", async ({ page }) => {
  await signIn(page, "accountant");
  await page.goto("/reports/trial-balance");
  await page.getByLabel("From").fill("2026-05-01");
  await page.getByLabel("To", { exact: true }).fill("2026-04-01");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("The period can't end before it starts.")).toBeVisible();
  await expect(page.getByLabel("From")).toHaveValue("2026-05-01");
  await expect(page.getByLabel("To", { exact: true })).toHaveValue("2026-04-01");
  for (const path of ["accounts/nothing", "accounts/5%25%2Fx", "journal/x", "accounts/revenue?after=x"])
    expect((await page.request.get(`/reports/${path}`)).status(), path).toBe(404);
});

test("an admin closes the books, moves the date and opens them again; an accountant only sees it", async ({
  page,
  browser,
}) => {
  const other = await (await browser.newContext()).newPage();
  await signIn(other, "accountant");
  await signIn(page, "admin");
  await page.goto("/reports/close");
  const field = page.getByLabel("Closed until and including");
  await field.fill("2199-01-01");
  await page.getByRole("button", { name: "Close the books" }).click();
  await expect(page.getByText("Only days that are over can be closed.")).toBeVisible();
  await expect(field).toHaveValue("2199-01-01");
  await field.fill("2001-01-31");
  await page.getByRole("button", { name: "Close the books" }).click();
  await expect(page.getByRole("heading", { name: "Closed until Jan 31, 2001" })).toBeVisible();

  await other.goto("/reports/close");
  await expect(other.getByRole("heading", { name: "Closed until Jan 31, 2001" })).toBeVisible();
  await expect(other.getByText("Only an admin can change this.")).toBeVisible();
  await expect(other.getByRole("button", { name: /closing date|Open all/ })).toHaveCount(0);

  await field.fill("2001-02-28");
  await page.getByRole("button", { name: "Move the closing date" }).click();
  await expect(page.getByRole("heading", { name: "Closed until Feb 28, 2001" })).toBeVisible();
  await page.getByRole("button", { name: "Open all periods" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Open all periods" }).click();
  await expect(page.getByRole("heading", { name: "No period is closed." })).toBeVisible();
  const changes = await look<{ before: string | null; after: string | null }>(
    `select before->>'booksClosedOn' as before, after->>'booksClosedOn' as after from audit_log
     where action = 'books.close' order by id`,
  );
  expect(changes).toEqual([
    { before: null, after: "2001-01-31" },
    { before: "2001-01-31", after: "2001-02-28" },
    { before: "2001-02-28", after: null },
  ]);
});

test("a client sees nothing of the books", async ({ page }) => {
  await signIn(page, "client");
  for (const path of ["", "/trial-balance", "/journal", "/close", "/accounts/revenue"]) {
    const response = await page.request.get(`/reports${path}`, { maxRedirects: 0 });
    expect([307, 404], path).toContain(response.status());
  }
  expect((await page.request.get("/reports/journal/export/csv")).status()).toBe(404);
});
