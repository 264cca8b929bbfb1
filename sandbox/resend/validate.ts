import { randomUUID } from "node:crypto";
import type { StoredMail } from "../mailbox/mail";
import { attachments } from "./attachments";
import { invalid, missing } from "./errors";
import { address, addresses, headers, optionalText, tags } from "./fields";

const KNOWN = new Set(
  "attachments bcc cc from headers html reply_to scheduled_at subject tags text to template topic_id".split(
    " ",
  ),
);
const NOT_SIMULATED = ["scheduled_at", "template", "topic_id"];
const MAX_SUBJECT = 998;

/**
 * Reads the body of `POST /emails`.
 * @throws ResendError 422 for what Resend would not send
 */
export function readMail(body: unknown, createdAt: string, idempotencyKey: string | null): StoredMail {
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw invalid("The request body must be a JSON object.");
  const given = body as Record<string, unknown>;
  const unknown = Object.keys(given).find((name) => !KNOWN.has(name));
  if (unknown) throw invalid(`There is no \`${unknown.slice(0, 50)}\` field.`);
  const late = NOT_SIMULATED.find((name) => given[name] !== undefined && given[name] !== null);
  if (late) throw invalid(`Resend knows \`${late}\`, but this sandbox does not simulate it.`);
  for (const field of ["from", "to", "subject"])
    if (given[field] === undefined || given[field] === null || given[field] === "") throw missing(field);
  const to = addresses(given.to, "to");
  if (to.length === 0) throw missing("to");
  const subject = optionalText(given.subject, "subject") ?? "";
  if (subject.length > MAX_SUBJECT || /[\r\n]/.test(subject))
    throw invalid(`Invalid \`subject\` field. It must be one line of up to ${MAX_SUBJECT} characters.`);
  const html = optionalText(given.html, "html");
  const text = optionalText(given.text, "text");
  if (!html && !text) throw missing("html` or `text");
  return {
    id: randomUUID(),
    createdAt,
    from: address(given.from, "from"),
    to,
    cc: addresses(given.cc, "cc"),
    bcc: addresses(given.bcc, "bcc"),
    replyTo: addresses(given.reply_to, "reply_to"),
    subject,
    html,
    text,
    headers: headers(given.headers),
    tags: tags(given.tags),
    attachments: attachments(given.attachments),
    idempotencyKey,
  };
}
