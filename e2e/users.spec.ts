import { readFile } from "node:fs/promises";
import { signIn, signInByForm } from "./pages/sign-in";
import { linkIn, mailTo } from "./support/mailbox";
import { expect, test } from "./support/test";

test("the admin invites a second accountant, changes a role, deactivates a user, whose next request is refused", async ({
  page,
  browser,
}) => {
  const email = "second@demo.counterfoil.localhost";
  await signIn(page, "admin");
  await page.goto("/settings/users");
  await page.getByRole("button", { name: "Invite user" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Email").fill("not an address");
  await dialog.getByLabel("Role").selectOption({ label: "Accountant" });
  await dialog.getByRole("button", { name: "Send invitation" }).click();
  await expect(dialog.getByText("This is not an email address.")).toBeVisible();
  await expect(dialog.getByLabel("Email")).toHaveValue("not an address");
  await dialog.getByLabel("Email").fill(email);
  await dialog.getByRole("button", { name: "Send invitation" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("main").getByText(email)).toBeVisible();

  const link = linkIn(await mailTo(email, /Join Demo Studio/), /\/invitations\//);
  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await other.getByLabel("Your name").fill("Second Accountant");
  await other.getByLabel("Password", { exact: true }).fill("five random words here");
  await other.getByRole("button", { name: "Join" }).click();
  await expect(other.getByRole("heading", { name: "Overview" })).toBeVisible();
  expect((await other.goto(link))?.status()).toBe(404);
  expect((await other.goto("/settings/users"))?.status()).toBe(404);

  await page.reload();
  await page.getByRole("button", { name: "Change role of Second Accountant" }).click();
  await page.getByRole("dialog").getByLabel("Role").selectOption({ label: "Admin" });
  await page.getByRole("dialog").getByRole("button", { name: "Change role" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await other.goto("/settings/users");
  await expect(other).toHaveURL(/\/sign-in/);
  await signInByForm(other, { email, password: "five random words here" });
  expect((await other.goto("/settings/users"))?.status()).toBe(200);

  await page.getByRole("button", { name: "Deactivate Second Accountant" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Deactivate" }).click();
  await expect(page.getByRole("button", { name: "Reactivate Second Accountant" })).toBeVisible();
  await other.goto("/invoices");
  await expect(other).toHaveURL(/\/sign-in/);
  await other.getByLabel("Email").fill(email);
  await other.getByLabel("Password", { exact: true }).fill("five random words here");
  await other.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(other.getByText("This email address and password don't match.")).toBeVisible();
  await expect(other.getByLabel("Email")).toHaveValue(email);

  await page.goto("/settings/audit");
  await page.getByLabel("What").selectOption({ label: "User deactivated or reactivated" });
  await expect(page).toHaveURL(/action=user\.set_status/);
  await page
    .getByRole("table")
    .getByRole("link", { name: "User deactivated or reactivated" })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "User deactivated or reactivated" })).toBeVisible();
  await expect(page.getByRole("deletion").getByText("active", { exact: true })).toBeVisible();
  await expect(page.getByRole("insertion").getByText("deactivated")).toBeVisible();
  await page.getByRole("link", { name: "Everything about this" }).click();
  await expect(page.getByRole("table").getByRole("link", { name: "Role changed" })).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export CSV" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^audit-log-[\d-]+\.csv$/);
  const rows = (await readFile(await file.path(), "utf8")).trimEnd().split("\r\n").slice(1);
  expect(rows.map((row) => row.split(",")[3])).toEqual(
    expect.arrayContaining(["user.join", "user.change_role", "user.set_status"]),
  );
});

test("roles meet only what is theirs", async ({ page, browser, request }) => {
  expect((await request.get("/settings/users", { maxRedirects: 0 })).status()).toBeGreaterThanOrEqual(300);
  await signIn(page, "client");
  await page.goto("/");
  await expect(page).toHaveURL(/\/portal/);
  await expect(page.getByRole("heading", { name: "Your invoices" })).toBeVisible();
  await page.goto("/invoices");
  await expect(page).toHaveURL(/\/portal/);

  const accountant = await (await browser.newContext()).newPage();
  await signIn(accountant, "accountant");
  for (const path of [
    "/settings/users",
    "/settings/work",
    "/settings/audit",
    "/invoices/0199aaaa-0000-7000-8000-00000000dead",
  ])
    expect((await accountant.goto(path))?.status(), path).toBe(404);
  expect((await accountant.request.get("/settings/audit/export")).status()).toBe(404);
});
