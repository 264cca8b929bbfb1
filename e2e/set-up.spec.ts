import { addApp, enterCode } from "./pages/factors";
import { codeOf } from "./support/factors";
import { startEmpty } from "./support/second";
import { expect, test } from "./support/test";

let secret = "";
let empty: Awaited<ReturnType<typeof startEmpty>>;
test.beforeAll(async () => {
  empty = await startEmpty();
});
test.afterAll(() => empty?.stop());

test("a first start leads to set-up, which works once", async ({ page, browser }) => {
  await page.goto(empty.url);
  await expect(page).toHaveURL(`${empty.url}/setup`);
  const field = (label: string | RegExp) => page.getByLabel(label, { exact: true });
  const choose = async (label: string, option: string) => {
    await page.getByRole("combobox", { name: label, exact: true }).click();
    await page.keyboard.type(option);
    await page.getByRole("option", { name: option }).first().click();
  };
  const submit = () => page.getByRole("button", { name: "Create organization" }).click();

  await test.step("wrong fields are told, and keep what was typed", async () => {
    await field("Name, as on your invoices").fill("Studio שלום <b>&</b> 😀");
    await choose("Country", "Germany");
    await field(/^Percent/).fill("1e308");
    await field("Your name").fill("First Admin");
    await field("Email").fill("not an address");
    await field("Password").fill("short");
    await submit();
    await expect(page.getByText("Please choose a currency.")).toBeVisible();
    await expect(page.getByText("Please enter a plain number, such as 12.50.")).toBeVisible();
    await expect(page.getByText("This is not an email address.")).toBeVisible();
    await expect(page.getByText("Please use at least 12 characters.")).toBeVisible();
    await expect(field("Name, as on your invoices")).toHaveValue("Studio שלום <b>&</b> 😀");
    await expect(field(/^Percent/)).toHaveValue("1e308");
    await expect(field("Email")).toHaveValue("not an address");
    expect(await empty.sql`select id from organizations`).toHaveLength(0);
    expect(await empty.sql`select id from users`).toHaveLength(0);
  });

  await test.step("right ones make the organization and its first admin, who is signed in", async () => {
    await choose("Currency", "Euro");
    await field(/^Tax number/).fill("DE000000000");
    await field(/^Name\s*Optional/).fill("VAT");
    await field(/^Percent/).fill("19");
    await field("Email").fill("First@Example.com");
    await field("Password").fill("five random words here");
    await submit();
    await expect(page.getByRole("heading", { name: "Add a second factor" })).toBeVisible();
    secret = (await addApp(page, "Phone")).secret;
    await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
    await expect(page.getByText("Send your first invoice")).toBeVisible();
  });

  const [organization] =
    await empty.sql`select name, country, currency, tax_number_sealed, is_demo from organizations`;
  expect(organization).toEqual({
    name: "Studio שלום <b>&</b> 😀",
    country: "DE",
    currency: "EUR",
    tax_number_sealed: expect.stringMatching(/^s1\./),
    is_demo: false,
  });
  expect(await empty.sql`select name, rate_ppm, is_default from tax_rates`).toEqual([
    { name: "VAT", rate_ppm: 190_000, is_default: true },
  ]);
  const [admin] =
    await empty.sql`select email, role, password_hash from users join memberships on user_id = id`;
  expect(admin).toMatchObject({
    email: "first@example.com",
    role: "admin",
    password_hash: expect.stringMatching(/^\$argon2id\$/),
  });
  const actions = await empty.sql`select action from audit_log order by id`;
  expect(actions.map(({ action }) => action)).toContain("organization.create");

  await test.step("set-up is over, for everybody", async () => {
    const other = await (await browser.newContext()).newPage();
    await other.goto(`${empty.url}/setup`);
    await expect(other).toHaveURL(`${empty.url}/sign-in`);
    await other.goto(empty.url);
    await expect(other).toHaveURL(`${empty.url}/sign-in`);
    await other.getByLabel("Email").fill("first@example.com");
    await other.getByLabel("Password", { exact: true }).fill("five random words here");
    await other.getByRole("button", { name: "Sign in", exact: true }).click();
    await enterCode(other, codeOf(secret, 1));
    await expect(other.getByRole("heading", { name: "Overview" })).toBeVisible();
  });
});
