import type { IncomingMessage } from "node:http";
import { HttpError } from "./error";
import type { Call } from "./router";

/**
 * Reads a whole request body.
 * @throws HttpError 413 when it is longer than `limit` bytes, whether or not it said so beforehand.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLarge = () => new HttpError(413, "payload_too_large", `The body may have at most ${limit} bytes.`);
  if (Number(request.headers["content-length"] ?? 0) > limit) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** @throws HttpError 400 when the body is no JSON. */
export function jsonBody(call: Call): unknown {
  try {
    return JSON.parse(call.body.toString("utf8"));
  } catch {
    throw new HttpError(400, "invalid_json", "The body is not valid JSON.");
  }
}

export const wantsForm = (call: Call): boolean =>
  (call.headers["content-type"] ?? "").startsWith("application/x-www-form-urlencoded");
