import { expect, type Page } from "@playwright/test";
import { codeOf } from "../support/factors";

/** Enters a code of an authenticator app where one is asked for. */
export async function enterCode(page: Page, code: string): Promise<void> {
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Continue" }).click();
}

/** Adds an authenticator app where people are led to who need one; returns its secret, the code that was used, and the recovery codes shown. */
export async function addApp(
  page: Page,
  name: string,
): Promise<{ secret: string; used: string; codes: string[] }> {
  await page.getByRole("button", { name: /^Authenticator app/ }).click();
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  const secret = (await page.locator("code").innerText()).replaceAll(" ", "");
  await page.getByLabel("Name of this app").fill(name);
  const submit = page.getByRole("button", { name: "Add this app" });
  await page.getByLabel("Code from the app").fill("000000");
  await submit.click();
  await expect(page.getByText("This code isn’t right, or has been used already.")).toBeVisible();
  await expect(page.getByLabel("Name of this app")).toHaveValue(name);
  const used = codeOf(secret);
  await page.getByLabel("Code from the app").fill(used);
  await submit.click();
  await expect(page.getByText("Keep these codes in a safe place")).toBeVisible();
  const codes = await page.getByRole("main").getByRole("listitem").allInnerTexts();
  await page.getByRole("button", { name: "I have kept them" }).click();
  return { secret, used, codes };
}
