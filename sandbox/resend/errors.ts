import { json, type Reply } from "../http/reply";

/** A refusal as Resend gives it: `{ statusCode, name, message }`. */
export class ResendError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }

  toReply(): Reply {
    return json(this.status, { statusCode: this.status, name: this.code, message: this.message });
  }
}

export const invalid = (message: string) => new ResendError(422, "validation_error", message);
export const missing = (field: string) =>
  new ResendError(422, "missing_required_field", `Missing \`${field}\` field.`);

export const serverError = (): Reply =>
  new ResendError(
    500,
    "internal_server_error",
    "An unexpected error occurred (the sandbox was told to fail).",
  ).toReply();
