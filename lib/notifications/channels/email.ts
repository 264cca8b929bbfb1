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

/**
 * Sends a message and returns the provider's id. The same key sends once, however often it is tried.
 * @throws Error with the provider's reason
 */
export async function sendEmail(email: Email, idempotencyKey: string): Promise<string> {
  const element = createElement(EmailLayout, email.props);
  const [html, text] = await Promise.all([render(element), render(element, { plainText: true })]);
  const { data, error } = await resend().emails.send(
    { from: env().MAIL_FROM, to: email.to, subject: email.subject, html, text },
    { idempotencyKey },
  );
  if (error) throw new Error(`${error.name}: ${error.message}`);
  return data.id;
}
