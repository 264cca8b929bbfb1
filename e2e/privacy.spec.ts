import { readFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import { sealAudit } from "@/lib/audit/seal";
import { verifyAudit } from "@/lib/audit/verify";
import { hashPassword } from "@/lib/auth/password";
import { recordPayment } from "@/lib/payments/record-payment";
import { newId } from "@/lib/platform/ids";
import { part, paymentForm } from "@/tests/payments";
import { signInByForm } from "./pages/sign-in";
import { look } from "./support/database";
import { accountant, issue, newClient } from "./support/product";
import { server } from "./support/server";
import { expect, test } from "./support/test";

/** A client of the story's own that has paid its invoice, with somebody who signs in for it. */
async function settledClient() {
  const payer = await newClient();
  const invoice = await issue(payer);
  const ctx = await accountant();
  const amount = { amount: "120.00", settles: [part(invoice.id, "120.00", "12000")] };
  await recordPayment(
    ctx,
    paymentForm(payer.id, { ...amount, receivedOn: new Date().toISOString().slice(0, 10) }),
  );
  const [id, password] = [newId(), "five random words here"];
  const email = `portal-${id}@demo.counterfoil.localhost`;
  const { passwordHash, pepperVersion } = await hashPassword(password);
  await look(
    "insert into users (id, email, name, password_hash, pepper_version) values ($1, $2, 'Portal Person', $3, $4)",
    [id, email, passwordHash, pepperVersion],
  );
  await look(
    "insert into memberships (organization_id, user_id, role, client_id) values ($1, $2, 'client', $3)",
    [ctx.actor.organizationId, id, payer.id],
  );
  return { ...payer, invoice: invoice.id, number: invoice.number, person: { email, password } };
}

test("an admin exports a client, then erases it: what the law keeps stays, the rest is gone", async ({
  page,
  browser,
}) => {
  const client = await settledClient();
  const portal = await (await browser.newContext()).newPage();
  await signInByForm(portal, client.person);
  await expect(portal).toHaveURL(/\/portal/);

  await signInByForm(page, "admin");
  await page.goto(`/clients/${client.id}`);
  await page.getByRole("link", { name: "Privacy" }).click();
  await page.getByRole("button", { name: "Make an archive" }).click();
  await expect(page.getByText("Ready", { exact: true })).toBeVisible({ timeout: 30_000 });
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: /^Download the archive/ }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^personal-data-[0-9a-f]{4}\.zip$/);
  const files = unzipSync(await readFile(await file.path()));
  expect(Object.keys(files)).toContain(`documents/${client.number}.pdf`);
  const data = JSON.parse(Buffer.from(files["client.json"] ?? []).toString("utf8"));
  expect(data).toMatchObject({ subject: client.id, client: { name: client.name } });

  await expect(page.getByText(/issued documents? until/)).toBeVisible();
  await page.getByRole("button", { name: "Erase this client" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Type the name to confirm").fill("Somebody else");
  await dialog.getByRole("button", { name: "Erase for good" }).click();
  await expect(dialog.getByText("This is not the name, letter by letter.")).toBeVisible();
  await dialog.getByLabel("Type the name to confirm").fill(client.name);
  await dialog.getByRole("button", { name: "Erase for good" }).click();
  await expect(page.getByRole("heading", { name: "This client is erased" })).toBeVisible();

  await page.goto(`/invoices/${client.invoice}`);
  await expect(page.getByText(client.name).first()).toBeVisible();
  expect((await page.request.get(`/invoices/${client.invoice}/pdf`)).status()).toBe(200);
  await page.goto(`/clients/${client.id}`);
  await expect(page.getByRole("heading", { name: /^Erased client [0-9A-F]{4}$/ })).toBeVisible();

  await portal.goto("/portal");
  await expect(portal).toHaveURL(/\/sign-in/);
  await portal.getByLabel("Email").fill(client.person.email);
  await portal.getByLabel("Password", { exact: true }).fill(client.person.password);
  await portal.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(portal.getByText("This email address and password don't match.")).toBeVisible();

  await page.goto("/settings/privacy");
  await page.getByRole("button", { name: "Run now" }).click();
  // The demo's payments were told of half a year ago.
  await expect(page.getByText(/providers’ events?|Nothing was due/).first()).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText("AO §147, UStG §14b")).toBeVisible();

  await sealAudit();
  const chains = await verifyAudit(server.databaseUrl, { heads: [], key: "" });
  expect(chains.flatMap(({ findings }) => findings)).toEqual([]);
});
