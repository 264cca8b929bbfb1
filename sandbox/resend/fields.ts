import { bareAddress } from "../mailbox/mail";
import { invalid } from "./errors";

const MAX_RECIPIENTS = 50;
const SHAPE = "It must look like `email@example.com` or `Name <email@example.com>`.";

/** One address, with or without a name. */
export function address(value: unknown, field: string): string {
  // A line break would start a header of the sender's choosing.
  if (typeof value !== "string" || /[\r\n]/.test(value))
    throw invalid(`Invalid \`${field}\` field. ${SHAPE}`);
  const bare = bareAddress(value);
  const named = value.includes("<") ? /^[^<>]*<[^<>\s]+>\s*$/.test(value) : true;
  if (!named || bare.length > 254 || !/^[^\s@<>,;]+@[^\s@<>,;]+\.?[^\s@<>,;]+$/.test(bare))
    throw invalid(`Invalid \`${field}\` field. ${SHAPE}`);
  return value;
}

/** One address or a list of up to 50. */
export function addresses(value: unknown, field: string): string[] {
  if (value === undefined || value === null) return [];
  const list = Array.isArray(value) ? value : [value];
  if (list.length > MAX_RECIPIENTS)
    throw invalid(`Invalid \`${field}\` field. At most ${MAX_RECIPIENTS} recipients are allowed.`);
  return list.map((one) => address(one, field));
}

export function optionalText(value: unknown, field: string): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== "string") throw invalid(`The \`${field}\` field must be a \`string\`.`);
  return value;
}

export function headers(value: unknown): Record<string, string> {
  if (value === undefined || value === null) return {};
  if (typeof value !== "object" || Array.isArray(value))
    throw invalid("The `headers` field must be an `object`.");
  for (const [name, content] of Object.entries(value))
    if (!/^[!-9;-~]+$/.test(name) || typeof content !== "string" || /[\r\n]/.test(content))
      throw invalid(`The \`headers\` field holds an invalid header: ${name.slice(0, 50)}.`);
  return value as Record<string, string>;
}

export function tags(value: unknown): { name: string; value: string }[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw invalid("The `tags` field must be an `array`.");
  return value.map((tag: unknown) => {
    const { name, value: content } = (tag ?? {}) as Record<string, unknown>;
    for (const part of [name, content])
      if (typeof part !== "string" || !/^[A-Za-z0-9_-]{1,256}$/.test(part))
        throw invalid("Tags should only contain ASCII letters, numbers, underscores, or dashes (up to 256).");
    return { name: String(name), value: String(content) };
  });
}
