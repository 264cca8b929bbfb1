import type { Page } from "@playwright/test";
import { payByCard } from "./pages/checkout";
import { signIn } from "./pages/sign-in";
import { look, untilIdle } from "./support/database";
import { eventsAbout } from "./support/inbox";
import { mailsTo } from "./support/mailbox";
import { type Issued, issue } from "./support/product";
import { sandbox } from "./support/sandbox";
import { expect, test } from "./support/test";

const COMPLETED = "checkout.session.completed";
const PAID = "Your payment was received and this invoice is paid.";

let invoice: Issued;
test.beforeEach(async () => {
  invoice = await issue();
});
test.afterEach(() => sandbox.disarm());

async function openCheckout(page: Page): Promise<void> {
  await page.goto(invoice.url);
  await page.getByRole("button", { name: "Pay €120.00" }).click();
  await page.waitForURL(/\/checkout\//);
}

async function pay(page: Page): Promise<void> {
  await openCheckout(page);
  await payByCard(page);
  await page.waitForURL(/\/pay\//);
}

/** What is left behind: one payment, books that balance, nothing owed, one receipt. */
async function expectPaidOnce(): Promise<void> {
  await untilIdle();
  const allocations = await look("select amount_minor from allocations where invoice_id = $1", [invoice.id]);
  expect(allocations).toEqual([{ amount_minor: "12000" }]);
  const entries = await look<{ kind: string; sum: string }>(
    `select e.kind, sum(l.amount_minor)::text as sum from journal_lines l join journal_entries e on e.id = l.entry_id
     where e.id in (select entry_id from journal_lines where invoice_id = $1) group by e.id, e.kind order by e.kind`,
    [invoice.id],
  );
  expect(entries).toEqual([
    { kind: "invoice.finalized", sum: "0" },
    { kind: "payment.received", sum: "0" },
  ]);
  expect(await owed()).toBe("0");
  expect(await mailsTo(invoice.email, /Receipt/)).toHaveLength(1);
}

async function owed(): Promise<string | undefined> {
  const [row] = await look<{ balance_minor: string }>(
    "select balance_minor from invoice_balances where invoice_id = $1",
    [invoice.id],
  );
  return row?.balance_minor;
}

const inbox = () => eventsAbout(COMPLETED, invoice.id);

test.describe("the payment provider's events", () => {
  test("arrive twice, and record one payment", async ({ page }) => {
    await sandbox.arm({ target: "webhook", kind: "duplicate", match: COMPLETED });
    await pay(page);
    await expect(page.getByText(PAID)).toBeVisible();
    await expectPaidOnce();
    await expect.poll(inbox).toEqual([{ state: "processed", duplicates: 1 }]);
  });

  test("get lost, and are sent again by hand: the waiting page then says paid", async ({ page }) => {
    await sandbox.arm({ target: "webhook", kind: "drop", match: COMPLETED });
    await pay(page);
    await expect(page.getByText("The payment provider is confirming your payment")).toBeVisible();
    expect(await owed()).toBe("12000");
    const lost = (await sandbox.webhooksOf(invoice.id)).find(({ status }) => status === "dropped");
    expect(lost?.type).toBe(COMPLETED);
    await sandbox.resend(lost?.id ?? "");
    await expect(page.getByText(PAID)).toBeVisible();
    await expectPaidOnce();
  });

  test("come in another order, and record the same", async ({ page }) => {
    await sandbox.arm({ target: "webhook", kind: "reorder", times: 2, match: "payment_intent.succeeded" });
    await pay(page);
    await expect(page.getByText(PAID)).toBeVisible();
    await expectPaidOnce();
    const delivered = await sandbox.webhooksOf(invoice.id);
    expect(delivered.map(({ status }) => status)).not.toContain("held");
  });

  test("are refused when they are not signed right or now, which the admin sees", async ({ page }) => {
    const object = await completed(page);
    const refused = [
      { secret: "whsec_of_somebody_else" },
      { timestamp_offset: -600 },
      { timestamp_offset: 600 },
    ];
    for (const oddity of refused)
      expect((await sandbox.send({ type: COMPLETED, object, ...oddity })).status).toBe(400);
    expect(await inbox()).toEqual([]);
    expect(await owed()).toBe("12000");
    await signIn(page, "admin");
    await page.goto("/settings/work");
    const rejected = page.getByRole("region", { name: "Rejected requests" });
    for (const reason of ["Wrong signature", "Signed too long ago", "Signed in the future"])
      await expect(rejected.getByText(reason).first()).toBeVisible();
  });

  for (const [what, change, words] of [
    ["another amount", { amount_total: 11_999 }, "The amount is another than what was to be paid."],
    ["another currency", { currency: "usd" }, "The currency is another than the invoice’s."],
    [
      "an unknown payment",
      { metadata: { attempt_id: "0199aaaa-0000-7000-8000-00000000dead" } },
      "It belongs to no payment that was started here.",
    ],
  ] as const)
    test(`that tell of ${what} are kept and refused, which the admin sees`, async ({ page }) => {
      const right = await completed(page);
      const object = { ...right, ...change };
      const { status, eventId } = await sandbox.send({
        type: COMPLETED,
        object,
        organization_id: invoice.organizationId,
      });
      expect(status).toBe(200);
      await untilIdle();
      expect(await owed()).toBe("12000");
      await signIn(page, "admin");
      await page.goto("/settings/work");
      const row = page.getByRole("row").filter({ hasText: eventId });
      await expect(row.getByText("Refused")).toBeVisible();
      await expect(row.getByText(words)).toBeVisible();
      await page.goto(invoice.url);
      await expect(page.getByRole("button", { name: "Pay €120.00" })).toBeVisible();
    });
});

test.describe("opening the checkout", () => {
  for (const [what, fault, sessions] of [
    ["fails", { kind: "error500" }, 1],
    // The SDK itself asks three times.
    ["does not answer", { kind: "timeout", times: 3 }, 1],
  ] as const)
    test(`says so when the provider ${what}, and works when tried again`, async ({ page }) => {
      await sandbox.arm({ target: "stripe", match: "POST /v1/checkout/sessions", ...fault });
      await page.goto(invoice.url);
      await page.getByRole("button", { name: "Pay €120.00" }).click();
      await expect(
        page.getByText(
          "The payment provider does not answer. Nothing was charged; please try again in a minute.",
        ),
      ).toBeVisible();
      expect(new URL(page.url()).pathname).toBe(new URL(invoice.url).pathname);
      await page.getByRole("button", { name: "Pay €120.00" }).click();
      await page.waitForURL(/\/checkout\//);
      expect(await sandbox.sessionsOf(invoice.id)).toHaveLength(sessions);
      await payByCard(page);
      await expect(page.getByText(PAID)).toBeVisible();
      await expectPaidOnce();
    });

  test("in two tabs leads to one checkout, which can be paid once", async ({ page, context }) => {
    const other = await context.newPage();
    await Promise.all([openCheckout(page), openCheckout(other)]);
    expect(other.url()).toBe(page.url());
    expect(await sandbox.sessionsOf(invoice.id)).toHaveLength(1);
    await payByCard(page);
    await expect(page.getByText(PAID)).toBeVisible();
    await payByCard(other);
    await expect(other.getByRole("heading", { name: "Already paid" })).toBeVisible();
    await expectPaidOnce();
  });

  test("of an invoice that was paid meanwhile says that nothing is left", async ({ page, context }) => {
    const late = await context.newPage();
    await late.goto(invoice.url);
    await pay(page);
    await expect(page.getByText(PAID)).toBeVisible();
    await late.getByRole("button", { name: "Pay €120.00" }).click();
    await expect(late.getByText("There is nothing left to pay.")).toBeVisible();
    await expectPaidOnce();
  });
});

test("a declined card leaves the invoice unpaid, and another card pays it", async ({ page }) => {
  await openCheckout(page);
  await payByCard(page, "4000 0000 0000 0002");
  await expect(page.getByText(/Your card was declined/)).toBeVisible();
  await untilIdle();
  expect(await owed()).toBe("12000");
  await payByCard(page);
  await expect(page.getByText(PAID)).toBeVisible();
  await expectPaidOnce();
});

test("a card whose bank asks back pays once its holder has answered", async ({ page }) => {
  await openCheckout(page);
  await payByCard(page, "4000 0025 0000 3155");
  await page.getByRole("button", { name: "Fail authentication" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  expect(await owed()).toBe("12000");
  await payByCard(page, "4000 0025 0000 3155");
  await page.getByRole("button", { name: "Complete authentication" }).click();
  await expect(page.getByText(PAID)).toBeVisible();
  await expectPaidOnce();
});

/** What a right event about the invoice's checkout would say; its checkout is opened for that. */
async function completed(page: Page): Promise<Record<string, unknown>> {
  await openCheckout(page);
  const [attempt] = await look<{ id: string; gateway_session_id: string }>(
    "select id, gateway_session_id from payment_attempts where invoice_id = $1",
    [invoice.id],
  );
  return {
    id: attempt?.gateway_session_id,
    payment_status: "paid",
    payment_intent: `pi_${attempt?.id}`,
    amount_total: 12_000,
    currency: "eur",
    metadata: {
      organization_id: invoice.organizationId,
      invoice_id: invoice.id,
      attempt_id: attempt?.id,
    },
  };
}
