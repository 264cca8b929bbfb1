import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createSandbox } from "./server";
import { card, clients, payOnce, post, sessionParams, startReceiver, testSettings } from "./testing";

function stateFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "sandbox state "));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "deep", "state.json");
}

test("what happened is still there after a restart, and idempotency keys still hold", async () => {
  const settings = testSettings({ stateFile: stateFile() });
  const first = await createSandbox(settings);
  const before = clients(first, settings);
  const options = { idempotencyKey: "kept" };
  const session = await before.stripe.checkout.sessions.create(sessionParams(), options);
  await before.resend.emails.send({ from: "a@example.com", to: "b@example.com", subject: "Kept", text: "x" });
  first.addFault({ target: "stripe", kind: "error500", match: "/v1/refunds" });
  await first.close();
  expect(readdirSync(join(settings.stateFile ?? "", ".."))).toEqual(["state.json"]);
  expect(statSync(settings.stateFile ?? "").mode & 0o777).toBe(0o600);

  const second = await createSandbox(settings);
  onTestFinished(() => second.close());
  const after = clients(second, settings);
  expect((await after.stripe.checkout.sessions.create(sessionParams(), options)).id).toBe(session.id);
  expect(Object.values(second.state.mails)).toMatchObject([{ subject: "Kept" }]);
  expect(Object.values(second.state.faults)).toMatchObject([{ kind: "error500" }]);
  const paid = await post(`${second.url}/checkout/${session.id}`, card("4242424242424242"));
  expect(paid.status).toBe(303);
});

test("webhooks that nobody took are sent after a restart, and only those", async () => {
  const settings = testSettings({
    stateFile: stateFile(),
    webhookUrl: "http://127.0.0.1:9/{organization_id}",
  });
  const first = await createSandbox(settings);
  first.addFault({ target: "webhook", kind: "drop", match: "charge.succeeded" });
  await payOnce(clients(first, settings).stripe);
  await first.settled();
  await first.close();

  const receiver = await startReceiver();
  const again = { ...settings, webhookUrl: receiver.webhookUrl };
  const second = await createSandbox(again);
  await second.settled();
  await second.close();
  expect(receiver.types()).toEqual(["payment_intent.succeeded", "checkout.session.completed"]);
  const third = await createSandbox(again);
  onTestFinished(() => third.close());
  await third.settled();
  expect(receiver.received).toHaveLength(2);
});
