"use server";

import { startCheckout } from "@/lib/payments/start-checkout";
import { env } from "@/lib/platform/env";
import { answer } from "@/lib/web/action";
import { linkCtx } from "@/lib/web/link";

/** The address of the checkout page for the invoice of this link. */
export async function payAction(token: unknown) {
  const text = typeof token === "string" ? token : "";
  return answer(
    () => linkCtx(text),
    (ctx) => startCheckout(ctx, `${env().APP_URL}/pay/${encodeURIComponent(text)}`),
  );
}
