import type { MailAttachment } from "../mailbox/mail";
import { invalid, ResendError } from "./errors";

/** 40 MB for all attachments together, counted in base64 as Resend counts them. */
const MAX_TOTAL = 40 * 1024 * 1024;

const TYPES: Record<string, string> = {
  ...{ pdf: "application/pdf", png: "image/png", jpg: "image/jpeg", jpeg: "image/jpeg", gif: "image/gif" },
  ...{
    txt: "text/plain",
    csv: "text/csv",
    html: "text/html",
    xml: "application/xml",
    json: "application/json",
  },
};

const KNOWN = new Set(["content", "filename", "path", "content_type", "content_id"]);

export function attachments(value: unknown): MailAttachment[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw invalid("The `attachments` field must be an `array`.");
  const read = value.map(attachment);
  const total = read.reduce((sum, one) => sum + one.content.length, 0);
  if (total > MAX_TOTAL) throw invalid("The attachments are larger than 40 MB in all.");
  return read;
}

function attachment(value: unknown): MailAttachment {
  const fail = (message: string) => new ResendError(422, "invalid_attachment", message);
  if (typeof value !== "object" || value === null) throw fail("An attachment must be an `object`.");
  const given = value as Record<string, unknown>;
  const unknown = Object.keys(given).find((name) => !KNOWN.has(name));
  if (unknown) throw fail(`An attachment has no \`${unknown}\` field.`);
  if (given.path) throw fail("The sandbox does not fetch attachments: send `content` instead of `path`.");
  if (given.content === undefined || given.content === null)
    throw fail("Attachment must have either a `content` or `path`.");
  const { filename } = given;
  if (typeof filename !== "string" || filename === "" || filename.length > 255 || /[\r\n/\\]/.test(filename))
    throw fail("An attachment needs a `filename` of up to 255 characters without slashes.");
  for (const name of ["content_type", "content_id"])
    if (given[name] !== undefined && (typeof given[name] !== "string" || /[\r\n]/.test(given[name])))
      throw fail(`The \`${name}\` of an attachment must be a \`string\`.`);
  const content = base64(given.content);
  if (content === undefined) throw fail("The `content` of an attachment must be base64.");
  const extension = filename.split(".").at(-1)?.toLowerCase() ?? "";
  return {
    filename,
    contentType:
      typeof given.content_type === "string"
        ? given.content_type
        : (TYPES[extension] ?? "application/octet-stream"),
    contentId: typeof given.content_id === "string" ? given.content_id : null,
    size: Buffer.byteLength(content, "base64"),
    content,
  };
}

/** Base64 of what was sent: a string of it, or a Buffer as JSON spells one. */
function base64(content: unknown): string | undefined {
  if (typeof content === "string") {
    const packed = content.replace(/\s/g, "");
    return packed !== "" && /^[A-Za-z0-9+/]+={0,2}$/.test(packed) && packed.length % 4 === 0
      ? packed
      : undefined;
  }
  const bytes = (content as { type?: unknown; data?: unknown }).data;
  if (!Array.isArray(bytes) || !bytes.every((byte) => Number.isInteger(byte) && byte >= 0 && byte < 256))
    return undefined;
  return Buffer.from(bytes as number[]).toString("base64");
}
