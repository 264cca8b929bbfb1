import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { newId } from "@/lib/platform/ids";
import { signIn, signInByForm } from "./pages/sign-in";
import { look } from "./support/database";
import { linkIn, mailTo } from "./support/mailbox";
import { newAccountant } from "./support/people";
import { accountant } from "./support/product";
import { expect, test } from "./support/test";

/** What WCAG 2.2 AA asks and a machine can see, in both themes; and that nothing runs over the edge of a phone. */
async function inspect(page: Page, path: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeAttached();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    // No page has frames of other sites, which alone would need a tab of their own for each look.
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
      .analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`,
    );
    expect(found, `${path} in ${colorScheme}`).toEqual([]);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  // Charts and tables follow a new width in the frame after it.
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), {
      message: `${path} at 360 px`,
    })
    .toBeLessThanOrEqual(0);
}

async function idOf(query: string): Promise<string> {
  const [row] = await look<{ id: string }>(query);
  if (!row) throw new Error(`Nothing for ${query}`);
  return row.id;
}

test("sign-in and the not-found page", async ({ page }) => {
  await inspect(page, "/sign-in");
  await inspect(page, "/forgot-password");
  await inspect(page, "/no-such-page");
});

test("links in emails: another password, another address", async ({ page, browser }) => {
  test.setTimeout(120_000);
  const person = await newAccountant("Careful Person");
  await inspect(page, "/reset-password/no-such-link");
  await inspect(page, "/email-change/no-such-link");
  await page.goto("/forgot-password");
  await page.getByLabel("Email").fill(person.email);
  await page.getByRole("button", { name: "Send the link" }).click();
  const reset = linkIn(await mailTo(person.email, /Set a new password/), /\/reset-password\//);
  await inspect(page, new URL(reset).pathname);

  const own = await (await browser.newContext()).newPage();
  await signInByForm(own, person);
  await own.goto("/account");
  await own.getByRole("button", { name: "Change address" }).click();
  const email = `new-${person.email}`;
  await own.getByLabel("New address").fill(email);
  await own.getByRole("dialog").getByLabel("Present password", { exact: true }).fill(person.password);
  await own.getByRole("button", { name: "Send the links" }).click();
  const change = linkIn(await mailTo(email, /Confirm your new email address/), /\/email-change\//);
  await inspect(page, new URL(change).pathname);
});

test("the screens of an admin", async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, "admin");
  const draft = await idOf("select id from invoices where lifecycle = 'draft' limit 1");
  const issued = await idOf("select id from invoices where number = 'INV-0001'");
  const client = await idOf("select id from clients limit 1");
  const payment = await idOf("select id from payments limit 1");
  const role = newId();
  const { organizationId } = (await accountant()).actor;
  await look(
    "insert into custom_roles (organization_id, id, name, permissions) values ($1, $2, $3, array['invoice.read'])",
    [organizationId, role, `Reader ${role}`],
  );
  const audited = await idOf("select id from audit_log where action = 'client.create' limit 1");
  for (const path of [
    "/overview",
    "/account",
    "/invoices",
    `/invoices/${issued}`,
    `/invoices/${draft}/edit`,
    "/payments",
    `/payments/${payment}`,
    `/payments/new?client=${client}`,
    "/clients",
    "/clients/new",
    `/clients/${client}`,
    `/clients/${client}/privacy`,
    "/settings",
    "/settings/users",
    "/settings/users/roles/new?from=accountant",
    `/settings/users/roles/${role}`,
    "/settings/privacy",
    "/settings/work",
    "/settings/audit",
    `/settings/audit/${audited}`,
  ])
    await inspect(page, path);
});

test("the books", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, "admin");
  const entry = await idOf("select id from journal_entries limit 1");
  for (const path of [
    "/reports",
    "/reports/trial-balance",
    "/reports/accounts/receivable",
    "/reports/journal",
    `/reports/journal/${entry}`,
    "/reports/close",
  ])
    await inspect(page, path);
});

test("what a client sees", async ({ page }) => {
  await signIn(page, "client");
  await inspect(page, "/portal?filter=quotes");
  await inspect(page, "/portal?filter=credit_notes");
  await inspect(page, "/portal");
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole("link", { name: "INV-0003" }).click();
  await page.waitForURL(/\/pay\//);
  await inspect(page, new URL(page.url()).pathname);
});
