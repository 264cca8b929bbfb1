import { recordPayment } from "@/lib/payments/record-payment";
import { newId } from "@/lib/platform/ids";
import { signIn, signInByForm } from "./pages/sign-in";
import { answerOf, postAction, serverActions } from "./support/actions";
import { look } from "./support/database";
import { linkIn, mailsTo, mailTo } from "./support/mailbox";
import { accountant, newClient } from "./support/product";
import { server } from "./support/server";
import { expect, test } from "./support/test";

test("a role of one's own: an auditor sees invoices and reports, and has no button to write", async ({
  page,
  browser,
}) => {
  await signInByForm(page, "admin");
  await test.step("the admin makes it of some permissions", async () => {
    await page.goto("/settings/users");
    await page.getByRole("link", { name: "New role" }).click();
    await page.getByRole("button", { name: "Create role" }).click();
    await expect(page.getByText("Please choose at least one permission.")).toBeVisible();
    await page.getByLabel("Name").fill("Admin");
    await page.getByLabel("Search permissions").fill("see");
    await page.getByRole("checkbox", { name: /^See the overview/ }).check();
    await expect(page.getByRole("checkbox", { name: /^See invoices/ })).toBeDisabled();
    await page.getByRole("checkbox", { name: /^See the overview/ }).uncheck();
    await page.getByRole("checkbox", { name: /^See the books/ }).check();
    await expect(page.getByRole("checkbox", { name: /^Issue invoices/ })).toBeHidden();
    await page.getByRole("button", { name: "Create role" }).click();
    await expect(page.getByText("There is a role of this name already.")).toBeVisible();
    await page.getByLabel("Name").fill("Auditor");
    await page.getByRole("button", { name: "Create role" }).click();
    await expect(page).toHaveURL(/\/settings\/users$/);
    await expect(page.getByRole("columnheader", { name: "Auditor" })).toBeVisible();
  });

  const email = `auditor-${newId()}@demo.counterfoil.localhost`;
  await test.step("and invites somebody into it", async () => {
    await page.getByRole("button", { name: "Invite user" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Email").fill(email);
    await dialog.getByLabel("Role").selectOption({ label: "Auditor" });
    await dialog.getByRole("button", { name: "Send invitation" }).click();
    await expect(dialog).toBeHidden();
  });
  const mail = await mailTo(email, /Join Demo Studio/);
  expect(mail.text).toContain("as Auditor");

  const auditor = await (await browser.newContext()).newPage();
  await test.step("who lands where they may read, and finds nothing to write with", async () => {
    await auditor.goto(linkIn(mail, /\/invitations\//));
    await auditor.getByLabel("Your name").fill("Audra Auditor");
    await auditor.getByLabel("Password", { exact: true }).fill("five random words here");
    await auditor.getByRole("button", { name: "Join" }).click();
    await expect(auditor).toHaveURL(/\/invoices$/);
    const nav = auditor.getByRole("navigation").first();
    await expect(nav.getByRole("link", { name: "Reports" })).toBeVisible();
    for (const hidden of ["Overview", "Payments", "Clients", "Settings"])
      await expect(nav.getByRole("link", { name: hidden })).toHaveCount(0);
    await expect(auditor.getByRole("link", { name: "New invoice" })).toHaveCount(0);
    await auditor.getByRole("table").getByRole("link").first().click();
    await expect(
      auditor.getByRole("link", { name: "Download PDF" }).or(auditor.getByText("Draft").first()),
    ).toBeVisible();
    for (const hidden of ["Send", "Duplicate", "Delete", "Record payment"])
      await expect(auditor.getByRole("button", { name: hidden, exact: true })).toHaveCount(0);
    // Pages that show their outline first have answered 200 by then.
    for (const path of [
      "/overview",
      "/payments",
      "/clients",
      "/settings",
      "/settings/users",
      "/invoices/new",
    ]) {
      await auditor.goto(path);
      await expect(auditor.getByText("There is nothing here"), path).toBeVisible();
    }
    expect((await auditor.goto("/reports"))?.status()).toBe(200);
  });

  await test.step("nor past the buttons", async () => {
    const actions = await serverActions();
    for (const name of ["saveInvoiceAction", "refundPaymentAction", "createRoleAction"]) {
      const action = actions.find((one) => one.name === name);
      if (!action) throw new Error(`There is no ${name}`);
      expect(await answerOf(await postAction(auditor.request, action, "[{}]")), name).toBe("forbidden");
    }
  });

  await test.step("what the role loses is gone at the next click, without signing in again", async () => {
    await page.goto("/settings/users");
    await page.getByRole("link", { name: "Auditor", exact: true }).click();
    await expect(page.getByText("Audra Auditor")).toBeVisible();
    // Searching saves nothing.
    await page.getByLabel("Search permissions").fill("see");
    await page.getByLabel("Search permissions").press("Enter");
    await page.getByRole("checkbox", { name: /^See the books/ }).uncheck();
    await page.getByRole("checkbox", { name: /^See invoices/ }).check();
    await page.getByRole("button", { name: "Save role" }).click();
    await expect(page).toHaveURL(/\/settings\/users$/);
    await auditor.goto("/reports");
    await expect(auditor.getByText("There is nothing here")).toBeVisible();
    await auditor.goto("/invoices");
    await expect(auditor.getByRole("heading", { name: "Invoices" })).toBeVisible();
  });
});

test("a refund beyond the limit: the accountant asks, the admin approves, the client gets the money note", async ({
  page,
  browser,
}) => {
  test.slow();
  const client = await newClient();
  const paymentId = newId();
  const today = new Date().toISOString().slice(0, 10);
  await recordPayment(await accountant(), {
    id: paymentId,
    clientId: client.id,
    currency: "EUR",
    method: "bank_transfer",
    amount: "700",
    exchangeRate: "",
    receivedOn: today,
    reference: "",
    note: "",
    receipt: false,
    settles: [],
  });
  const admin = await (await browser.newContext()).newPage();
  try {
    await signInByForm(admin, "admin");
    await admin.goto("/settings/users");
    await admin.getByLabel("Refunds above").fill("500");
    await admin.getByRole("main").getByRole("button", { name: "Save", exact: true }).last().click();
    await expect(admin.getByText("Only one person may approve refunds")).toBeVisible();

    await signInByForm(page, "accountant");
    await page.goto(`/payments/${paymentId}`);
    await page.getByRole("button", { name: "Refund", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Amount").fill("600");
    await expect(dialog.getByText("This is more than one person may give back alone.")).toBeVisible();
    await dialog.getByLabel("Reason").fill("Paid twice");
    await dialog.getByRole("button", { name: "Ask for approval" }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText("Awaits approval", { exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: "Approve" })).toHaveCount(0);
    expect(await look("select 1 from refunds where payment_id = $1", [paymentId])).toEqual([]);

    const asked = await mailTo(server.signIn("admin").email, /A refund of €600\.00 to .* awaits approval/);
    await admin.goto(linkIn(asked, /\/payments\//));
    await admin.goto("/payments");
    await admin
      .getByRole("region", { name: "Refunds awaiting approval" })
      .getByRole("link", { name: client.name })
      .click();
    await admin.getByRole("button", { name: "Approve" }).click();
    await admin.getByRole("alertdialog").getByRole("button", { name: "Approve" }).click();
    await expect(admin.getByText("Approved by")).toBeVisible();

    await mailTo(client.email, /Refund from/);
    await mailTo(server.signIn("accountant").email, /Refund of €600\.00 to .* approved/);
    expect(await mailsTo(client.email, /Refund from/)).toHaveLength(1);
    expect(
      await look(
        "select e.kind from journal_entries e join refunds r on r.id = e.source_id where r.payment_id = $1",
        [paymentId],
      ),
    ).toEqual([{ kind: "refund.issued" }]);
    await page.reload();
    await expect(page.getByText("approved the refund of €600.00")).toBeVisible();
  } finally {
    await look("update organizations set refund_approval_above_minor = null");
  }
});

test("a role starts from a built-in one", async ({ page }) => {
  await signIn(page, "admin");
  await page.goto("/settings/users/roles/new?from=accountant");
  await expect(page.getByLabel("Name")).toHaveValue("Copy of Accountant");
  await expect(page.getByRole("checkbox", { name: /^Write and change drafts/ })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: /^Read the audit log/ })).not.toBeChecked();
});
