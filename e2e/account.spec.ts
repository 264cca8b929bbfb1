import { signInByForm } from "./pages/sign-in";
import { linkIn, mailTo } from "./support/mailbox";
import { newAccountant } from "./support/people";
import { expect, test } from "./support/test";

test("a forgotten password is set anew by email, which ends the old session; a session is ended from the list", async ({
  page,
  browser,
}) => {
  const person = await newAccountant("Forgetful Person");
  const old = await (await browser.newContext()).newPage();
  await signInByForm(old, person);

  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgot password?" }).click();
  await expect(page.getByRole("heading", { name: "Forgot your password?" })).toBeVisible();
  await page.getByLabel("Email").fill("not an address");
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText("This is not an email address.")).toBeVisible();
  await page.getByLabel("Email").fill(person.email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText("Look into your mailbox")).toBeVisible();

  const link = linkIn(await mailTo(person.email, /Set a new password/), /\/reset-password\//);
  await page.goto(link);
  const field = page.getByLabel("New password", { exact: true });
  await field.fill("Password1234");
  await page.getByRole("button", { name: "Set the password" }).click();
  await expect(page.getByText("one of the passwords that everybody tries first")).toBeVisible();
  await expect(field).toHaveValue("Password1234");
  const password = "seven more words for the story";
  await field.fill(password);
  await page.getByRole("button", { name: "Set the password" }).click();
  await expect(page.getByText("Your new password is set.")).toBeVisible();
  await mailTo(person.email, /Your password was changed/);
  await old.goto("/overview");
  await expect(old).toHaveURL(/\/sign-in/);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();

  await signInByForm(page, { ...person, password });
  await signInByForm(old, { ...person, password });
  await page.goto("/account");
  await expect(page.getByText("This device")).toBeVisible();
  await page.getByRole("button", { name: /^Sign out Chrome/ }).click();
  await expect(page.getByRole("button", { name: /^Sign out Chrome/ })).toBeHidden();
  await old.goto("/overview");
  await expect(old).toHaveURL(/\/sign-in/);
  await page.goto("/overview");
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
});
