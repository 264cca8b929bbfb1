import type { Cookie, Page } from "@playwright/test";
import { server } from "../support/server";

type Credentials = { email: string; password: string };
type Who = "admin" | "accountant" | "client";

/** A session of each of the demo's people, which the stories of a worker share while it needs no fresh proof. */
const sessions = new Map<Who, { since: number; cookies: Promise<Cookie[]> }>();
const SHARED_MINUTES = 3;

/** Lets one of the demo's people in, without a page being opened: the form is filled in once for all stories. */
export async function signIn(page: Page, who: Who): Promise<void> {
  let session = sessions.get(who);
  if (!session || Date.now() - session.since > SHARED_MINUTES * 60_000) {
    session = { since: Date.now(), cookies: newSession(page, who) };
    sessions.set(who, session);
  }
  await page.context().addCookies(await session.cookies);
}

async function newSession(page: Page, who: Who): Promise<Cookie[]> {
  const context = await page.context().browser()?.newContext();
  if (!context) throw new Error("There is no browser to sign in with");
  await signInByForm(await context.newPage(), who);
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}

/** Signs in through the form, as one of the demo's people or with given credentials: a session of its own. */
export async function signInByForm(page: Page, who: Who | Credentials): Promise<void> {
  const { email, password } = typeof who === "string" ? server.signIn(who) : who;
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}
