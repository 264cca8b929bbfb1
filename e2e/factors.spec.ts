import type { Page } from "@playwright/test";
import { addApp, enterCode } from "./pages/factors";
import { signInByForm } from "./pages/sign-in";
import { look } from "./support/database";
import { codeOf, newAdmin } from "./support/factors";
import { mailTo } from "./support/mailbox";
import { expect, test } from "./support/test";

async function signOut(page: Page) {
  await page.getByRole("button", { name: /Second Step/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
}

test("who must have a second factor adds one, and needs it from then on", async ({ page }) => {
  const person = await newAdmin("required");
  await signInByForm(page, person);
  await expect(page.getByRole("heading", { name: "Add a second factor" })).toBeVisible();
  await page.goto("/invoices");
  await expect(page).toHaveURL(/\/sign-in\/enrol/);

  const { secret, used, codes } = await addApp(page, "Work phone");
  expect(codes).toHaveLength(10);
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
  await mailTo(person.email, /second factor was added/);

  await test.step("the password alone opens nothing any more", async () => {
    await signOut(page);
    await signInByForm(page, person);
    await expect(page).toHaveURL(/\/sign-in\/verify/);
    await page.goto("/invoices");
    await expect(page).toHaveURL(/\/sign-in\/verify/);
    // The very code of before, which counts no more whichever half minute this is.
    await enterCode(page, used);
    await expect(page.getByText("This code isn’t right, or has been used already.")).toBeVisible();
    await enterCode(page, codeOf(secret, 1));
    await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
  });

  await test.step("a recovery code lets in once", async () => {
    for (const again of [false, true]) {
      await signOut(page);
      await signInByForm(page, person);
      await page.getByRole("button", { name: "Use a recovery code" }).click();
      await page.getByLabel("Recovery code").fill(codes[0] ?? "");
      await page.getByRole("button", { name: "Continue" }).click();
      if (again)
        await expect(page.getByText("This isn’t one of your recovery codes that are left.")).toBeVisible();
      else await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
      if (again) break;
    }
  });
});

test("a passkey signs in by itself, and is asked for before what is delicate", async ({ page, context }) => {
  const person = await newAdmin("optional");
  const device = await context.newCDPSession(page);
  await device.send("WebAuthn.enable");
  await device.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await signInByForm(page, person);
  await page.goto("/account/security");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByLabel("Name of this passkey").fill("Laptop");
  await page.getByRole("button", { name: "Create the passkey" }).click();
  await expect(page.getByRole("dialog").getByRole("listitem")).toHaveCount(10);
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByText("10 codes are left.")).toBeVisible();

  await signOut(page);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();

  await test.step("and what was typed is still there after the proof", async () => {
    await look("update sessions set proven_at = now() - interval '6 minutes' where user_id = $1", [
      person.user,
    ]);
    await page.goto("/settings/users");
    await page.getByRole("button", { name: "Invite user" }).click();
    const email = `invited-${person.user}@demo.counterfoil.localhost`;
    await page.getByLabel("Email").fill(email);
    await page.getByRole("button", { name: "Send invitation" }).click();
    const dialog = page.getByRole("dialog", { name: "Is it you?" });
    await expect(dialog).toBeVisible();
    expect(await look("select id from invitations where email = $1", [email])).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(page.getByLabel("Email")).toHaveValue(email);
    await page.getByRole("button", { name: "Send invitation" }).click();
    await dialog.getByRole("button", { name: "Use a passkey" }).click();
    await expect(page.getByText(`Invitation on its way to ${email}`)).toBeVisible();
    await mailTo(email, /invites|invited|Join/i);
  });
});
