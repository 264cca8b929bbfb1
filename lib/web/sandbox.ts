import { env } from "@/lib/platform/env";

/** Whether stand-ins take the place of the outside world, and where people read its mailbox; null when they don't. */
export function sandbox(): { mailboxUrl: string | null } | null {
  const { STRIPE_API_BASE, RESEND_API_BASE, SANDBOX_URL } = env();
  if (!STRIPE_API_BASE && !RESEND_API_BASE && !SANDBOX_URL) return null;
  return { mailboxUrl: SANDBOX_URL ? new URL("/mailbox", SANDBOX_URL).toString() : null };
}
