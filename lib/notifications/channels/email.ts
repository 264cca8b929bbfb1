import { render } from "@react-email/render";
import { createElement } from "react";
import { Resend } from "resend";
import { EmailLayout } from "@/emails/layout";
import { env } from "@/lib/platform/env";
import type { Email } from "../message";

let cached: Resend | undefined;

/** Resend's SDK. A sandbox differs by its address alone. */
function resend(): Resend {
  const { RESEND_API_KEY, RESEND_API_BASE } = env();
  cached ??= new Resend(RESEND_API_KEY, RESEND_API_BASE ? { baseUrl: RESEND_API_BASE } : undefined);
  return cached;
}

/** Resend keeps the keys of what it sent: https://resend.com/docs/dashboard/emails/idempotency-keys. */
const SENT_WITH_OTHER_WORDS = "invalid_idempotent_request";

/**
 * Sends a message and returns the provider's id. The same key sends once, however often it is tried; null when an
 * earlier try has sent it and its words were others then.
 * @throws Error with the provider's reason
 */
export async function sendEmail(email: Email, idempotencyKey: string): Promise<string | null> {
  const element = createElement(EmailLayout, email.props);
  const [html, text] = await Promise.all([render(element), render(element, { plainText: true })]);
  const { data, error } = await resend().emails.send(
    {
      from: env().MAIL_FROM,
      to: email.to,
      subject: email.subject,
      html,
      text,
      ...(email.attachments ? { attachments: email.attachments } : {}),
    },
    { idempotencyKey },
  );
  if (error?.name === SENT_WITH_OTHER_WORDS) return null;
  if (error) throw new Error(`${error.name}: ${error.message}`);
  return data.id;
}
