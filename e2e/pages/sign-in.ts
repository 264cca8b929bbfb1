import type { Page } from "@playwright/test";
import { server } from "../support/server";

type Credentials = { email: string; password: string };

/** Signs in through the form, as one of the demo's people or with given credentials. */
export async function signIn(
  page: Page,
  who: "admin" | "accountant" | "client" | Credentials,
): Promise<void> {
  const { email, password } = typeof who === "string" ? server.signIn(who) : who;
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}
