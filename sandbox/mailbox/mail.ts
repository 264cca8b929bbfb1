export interface MailAttachment {
  filename: string;
  contentType: string;
  /** For `cid:` references in the HTML. */
  contentId: string | null;
  /** Bytes, before base64. */
  size: number;
  content: string;
}

/** An email as the provider took it. */
export interface StoredMail {
  id: string;
  /** ISO instant. */
  createdAt: string;
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  replyTo: string[];
  subject: string;
  html: string | null;
  text: string | null;
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
  attachments: MailAttachment[];
  idempotencyKey: string | null;
}

/** The bare address of `Name <address>`, in lower case. */
export const bareAddress = (value: string): string =>
  (/<([^<>]+)>\s*$/.exec(value)?.[1] ?? value).trim().toLowerCase();

/** Whether an email went to an address, by whichever header. */
export function isFor(mail: StoredMail, address: string): boolean {
  const wanted = bareAddress(address);
  return [...mail.to, ...mail.cc, ...mail.bcc].some((one) => bareAddress(one) === wanted);
}
