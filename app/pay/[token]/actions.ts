"use server";

import { startCheckout } from "@/lib/payments/start-checkout";
import { env } from "@/lib/platform/env";
import { answerQuote } from "@/lib/quotes/answer";
import { answer } from "@/lib/web/action";
import { linkCtx } from "@/lib/web/link";
import { refreshed } from "@/lib/web/refreshed";

/** The address of the checkout page for the invoice of this link. */
export async function payAction(token: unknown, upTo?: unknown) {
  const text = typeof token === "string" ? token : "";
  return answer(
    () => linkCtx(text),
    (ctx) => startCheckout(ctx, `${env().APP_URL}/pay/${encodeURIComponent(text)}`, { upTo }),
  );
}

/** The answer of this link's reader to its quote. */
export async function answerQuoteAction(token: unknown, input: unknown) {
  return refreshed(
    answer(
      () => linkCtx(typeof token === "string" ? token : ""),
      (ctx) => answerQuote(ctx, input),
    ),
  );
}
