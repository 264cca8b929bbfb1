import { afterAll, beforeAll } from "vitest";
import { createSandbox, type Sandbox } from "@/sandbox/server";

/** A sandbox in this process for the calling test file; the app's SDKs are pointed at it. Webhooks go nowhere by themselves. */
export function testSandbox(): { readonly current: Sandbox } {
  let sandbox: Sandbox | undefined;
  beforeAll(async () => {
    sandbox = await createSandbox({
      port: 0,
      host: "127.0.0.1",
      appUrl: "http://localhost:3000",
      stripeSecretKey: "sk_test_sandboxtests",
      stripeWebhookSecret: "whsec_tests",
      resendApiKey: "re_sandbox_tests",
      webhookUrl: "http://127.0.0.1:9/{organization_id}",
      webhookRetryDelays: [],
      webhookTimeout: 500,
      now: Date.now,
    });
    const { url } = sandbox;
    Object.assign(process.env, { STRIPE_API_BASE: url, RESEND_API_BASE: url, ECB_API_BASE: url });
  });
  afterAll(() => sandbox?.close());
  return {
    get current() {
      if (!sandbox) throw new Error("The sandbox is not open yet");
      return sandbox;
    },
  };
}
