import type { Page } from "@playwright/test";

/** Fills in the sandbox's checkout page and pays. */
export async function payByCard(page: Page, number = "4242 4242 4242 4242"): Promise<void> {
  await page.waitForURL(/\/checkout\//);
  await page.getByLabel("Card number").fill(number);
  await page.getByLabel("Expiry").fill("12/34");
  await page.getByLabel("CVC").fill("123");
  await page.getByLabel("Name on card").fill("Demo Payer");
  await page.getByRole("button", { name: /^Pay/ }).click();
}
